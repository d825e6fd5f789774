import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import {
  useEffect,
  useRef,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  type RefObject,
} from 'react';
import { wordsOf } from '#shared/language/language.ts';
import type { FoundPlace, Member } from '#shared/model/inbox.ts';
import { howClicked, type HowClicked } from '../ui/how-chosen.ts';
import css from './inbox.module.css';
import { InboxRow, inboxRowId } from './inbox-row.tsx';
import { isGroupSelected, isSelected, type InboxSelection } from './inbox-selection.ts';
import type { InboxEntries, InboxEntry, Range } from './use-inbox-entries.ts';

const words = wordsOf('inbox');

/** Heights of the rows, in pixels. */
const RECORD = 52;
const GROUP = 36;
const PAIR = 44;

/** How a row was chosen: gone to, opened, selected or no longer, selected with all between. */
export type How = HowClicked | 'move';

type ListProps = {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly entries: InboxEntries;
  readonly found: FoundPlace | undefined;
  readonly active: number | undefined;
  readonly selection: InboxSelection;
  readonly isSelecting: boolean;
  /** Whether a row that the keyboard goes to is opened: where the decision has a pane of its own. */
  readonly opensOnMove: boolean;
  readonly onRange: (range: Range) => void;
  readonly onChoose: (index: number, how: How) => void;
  readonly onClear: () => void;
};

/** The open decisions as a virtual grid that holds the focus itself and names its active row. */
export function InboxList(props: ListProps): ReactElement {
  const { entries, active, found, selection } = props;
  const virtual = useInboxVirtualizer(props);
  const click = (event: MouseEvent<HTMLElement>): void => {
    if (!(event.target instanceof Element)) return;
    const row = event.target.closest<HTMLElement>('[data-index]');
    if (row) props.onChoose(Number(row.dataset['index']), howClicked(event));
  };
  return (
    <div
      role="grid"
      tabIndex={0}
      aria-label={words.list}
      aria-multiselectable
      aria-rowcount={entries.total}
      {...(active !== undefined && { 'aria-activedescendant': inboxRowId(active) })}
      {...(props.isSelecting && { 'data-selecting': true })}
      className={css.list}
      style={{ height: virtual.getTotalSize() }}
      onClick={click}
      onKeyDown={keysOf(props)}
    >
      {virtual.getVirtualItems().map(({ index, start, size }) => {
        const entry = entries.at(index);
        return (
          <InboxRow
            key={index}
            entry={entry}
            index={index}
            isActive={index === active}
            isOpen={entry?.kind === 'record' && isSame(entry, found?.open)}
            isSelected={entry !== undefined && isOn(selection, entry)}
            style={{ height: size, transform: `translateY(${String(start)}px)` }}
          />
        );
      })}
    </div>
  );
}

const isSame = (member: Member, open: Member | undefined): boolean =>
  member.id === open?.id && member.group === open.group;

const isOn = (selection: InboxSelection, entry: InboxEntry): boolean =>
  entry.kind === 'group' ? isGroupSelected(selection, entry.key) : isSelected(selection, entry);

const heightOf = (entry: InboxEntry | undefined): number => {
  if (entry?.kind !== 'group') return RECORD;
  return entry.pair ? PAIR : GROUP;
};

function useInboxVirtualizer(props: ListProps): Virtualizer<HTMLDivElement, Element> {
  const { scroller, entries, onRange, active, found } = props;
  const virtual = useVirtualizer({
    count: entries.total,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(entries.at(index)),
    overscan: 8,
  });
  const { startIndex = 0, endIndex = 0 } = virtual.range ?? {};
  useEffect(() => {
    onRange({ start: startIndex, end: endIndex });
  }, [onRange, startIndex, endIndex]);
  // A row whose window came in may be the head of a group, which is lower.
  const heights = virtual
    .getVirtualItems()
    .map(({ index }) => heightOf(entries.at(index)))
    .join();
  useEffect(() => {
    virtual.measure();
  }, [virtual, heights]);
  useShown(virtual, active);
  useShown(virtual, found?.index);
  return virtual;
}

/** Brings a row into view when it becomes another one. */
function useShown(virtual: Virtualizer<HTMLDivElement, Element>, index: number | undefined): void {
  const shown = useRef<number>(undefined);
  useEffect(() => {
    if (index === undefined || index === shown.current) return;
    shown.current = index;
    virtual.scrollToIndex(index, { align: 'auto' });
  }, [virtual, index]);
}

type Move = (from: number, last: number) => number;

const moves: Readonly<Record<string, Move>> = {
  ArrowDown: (from, last) => Math.min(last, from + 1),
  ArrowUp: (from) => Math.max(0, from - 1),
  PageDown: (from, last) => Math.min(last, from + 10),
  PageUp: (from) => Math.max(0, from - 10),
  Home: () => 0,
  End: (_, last) => last,
};

/** Arrows move and open, with Shift they select; Space selects one more; Escape lets the selection go. */
function keysOf({
  active,
  entries,
  opensOnMove,
  onChoose,
  onClear,
}: ListProps): (event: KeyboardEvent) => void {
  const choose = (index: number | undefined, how: How): boolean => {
    if (index !== undefined) onChoose(index, how);
    return index !== undefined;
  };
  const move = ({ code, shiftKey }: KeyboardEvent): boolean => {
    const from = active ?? (code === 'ArrowUp' ? entries.total : -1);
    const how = opensOnMove ? 'open' : 'move';
    return choose(moves[code]?.(from, entries.total - 1), shiftKey ? 'extend' : how);
  };
  const act = (event: KeyboardEvent): boolean => {
    if (event.code === 'Space') return choose(active, 'toggle');
    if (event.code === 'Enter') return choose(active, 'open');
    if (event.code !== 'Escape') return move(event);
    onClear();
    return true;
  };
  return (event) => {
    const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
    if (!hasModifier && act(event)) event.preventDefault();
  };
}
