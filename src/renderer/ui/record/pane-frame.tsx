import type { KeyboardEvent, ReactElement, ReactNode, RefObject } from 'react';
import { useCommands } from '../../api/commands.ts';
import type { ListState } from '../list/list-state.ts';
import type { Layout } from '../use-layout.ts';
import { PaneHead } from './pane-head.tsx';
import css from './record.module.css';
import { recordWords } from './record-words.ts';

/** What the pane beside a list needs to know of it. */
export type PaneProps = {
  readonly list: ListState;
  readonly layout: Layout;
  /** What the sync tells, where the list that tells it has no room. */
  readonly banner: ReactNode;
  readonly place: { readonly index: number | undefined; readonly total: number };
  readonly onStep: (by: 1 | -1) => void;
  readonly onClose: () => void;
};

type FrameProps = PaneProps & {
  readonly paneRef: RefObject<HTMLElement | null>;
  /** The name of the screen, which says where one is when the pane is all there is. */
  readonly title: string;
  readonly children: ReactNode;
};

/** The pane beside a list, with its head. Esc leads back to the list. */
export function PaneFrame({ paneRef, title, children, ...pane }: FrameProps): ReactElement {
  const { list, onClose } = pane;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.code !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  };
  usePaneCommands(pane);
  const isOnePane = pane.layout === 'one-pane';
  return (
    <section
      ref={paneRef}
      className={css.pane}
      tabIndex={-1}
      aria-label={recordWords.record}
      onKeyDown={onKeyDown}
    >
      {isOnePane && <h1 className="visually-hidden">{title}</h1>}
      <PaneHead
        isOnePane={isOnePane}
        place={list.open?.kind === 'new' ? undefined : pane.place}
        onStep={pane.onStep}
        onClose={onClose}
      />
      {isOnePane && <div className={css.banner}>{pane.banner}</div>}
      {children}
    </section>
  );
}

/** Offers the neighbours in the list and the way back. */
function usePaneCommands({ list, place, onStep, onClose }: PaneProps): void {
  const isRecord = list.open?.kind === 'record';
  const { index, total } = place;
  const step =
    (by: 1 | -1): (() => void) =>
    () => {
      onStep(by);
    };
  useCommands({
    'previous-record': isRecord && index !== 0 ? step(-1) : undefined,
    'next-record': isRecord && (index === undefined || index < total - 1) ? step(1) : undefined,
    'close-record': isRecord ? onClose : undefined,
  });
}
