import { Button } from '@mantine/core';
import { useRef, type ReactElement } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import type { UpdateState } from '#shared/model/update.ts';
import { updateCalls, useUpdateState } from '../api/updates.ts';
import { ProgressLine } from '../ui/progress-line.tsx';
import { insideTime } from '../ui/times.ts';
import { Section, SettingRow } from './setting-row.tsx';
import css from './updates.module.css';
import { useWish } from './wish.ts';

const words = wordsOf('updates');

/** New versions of the app: what is known of them, and what a person can do about it. */
export function UpdatesSection(): ReactElement {
  const state = useUpdateState().data ?? { kind: 'none' };
  const place = useRef<HTMLDivElement>(null);
  useWish('updates', () => {
    place.current?.scrollIntoView({ block: 'center' });
    place.current?.focus({ preventScroll: true });
  });
  const { label, hint } = sentenceOf(state);
  return (
    <Section name="updates" title={words.title}>
      <div ref={place} className={css.place} role="group" aria-label={words.title} tabIndex={-1}>
        <SettingRow label={label} hint={hint} below={<Below state={state} />}>
          <Acts state={state} />
        </SettingRow>
        <p className="visually-hidden" role="status">
          {label}
        </p>
      </div>
    </Section>
  );
}

type Sentence = { readonly label: string; readonly hint: string };

function sentenceOf(state: UpdateState): Sentence {
  switch (state.kind) {
    case 'idle':
      return state.checkedAt === undefined
        ? { label: words.idle, hint: words.idleHint }
        : { label: words.newest, hint: words.newestHint({ time: insideTime(state.checkedAt) }) };
    case 'checking':
      return { label: words.checking, hint: words.idleHint };
    case 'available':
      return { label: words.available(state), hint: words.availableHint };
    case 'downloading':
      return { label: words.downloading(state), hint: words.downloadingHint };
    case 'ready':
      return { label: words.ready(state), hint: words.readyHint };
    case 'failed':
      return { label: words[state.reason], hint: words[`${state.reason}Hint`] };
    default:
      return { label: words[state.kind], hint: words[`${state.kind}Hint`] };
  }
}

function Acts({ state }: { readonly state: UpdateState }): ReactElement | null {
  switch (state.kind) {
    case 'idle':
    case 'failed':
      return <Button onClick={() => void updateCalls.check()}>{words.check}</Button>;
    case 'available':
      return <Button onClick={() => void updateCalls.download()}>{words.download}</Button>;
    case 'ready':
      return (
        <>
          {!state.isLater && (
            <Button variant="subtle" onClick={() => void updateCalls.later()}>
              {words.later}
            </Button>
          )}
          <Button onClick={() => void updateCalls.restart()}>{words.restart}</Button>
        </>
      );
    default:
      return null;
  }
}

function Below({ state }: { readonly state: UpdateState }): ReactElement | null {
  if (!('version' in state)) return null;
  return (
    <div className={css.below}>
      {state.kind === 'downloading' && (
        <ProgressLine
          label={words.downloading(state)}
          text={words.percent(state)}
          progress={{ done: state.percent, total: 100 }}
        />
      )}
      {state.notes !== '' && (
        <>
          <h3 className={css.heading}>{words.notes(state)}</h3>
          <p className={css.notes} data-selectable>
            {state.notes}
          </p>
        </>
      )}
    </div>
  );
}
