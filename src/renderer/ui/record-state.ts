import { unreachable } from '#shared/assert.ts';
import type { RecordState } from '#shared/model/record.ts';

/** What a person needs to know of a record's state. */
export type StateKind = 'waiting' | 'decision' | 'attention' | 'gone' | 'on-server';

/** The kind of a record's state; what is being sent still waits. */
export function stateKind(state: RecordState): StateKind {
  switch (state) {
    case 'clean':
      return 'on-server';
    case 'dirty':
    case 'sending':
    case 'unknown':
      return 'waiting';
    case 'conflict':
      return 'decision';
    case 'needs-attention':
      return 'attention';
    case 'missing':
      return 'gone';
    default:
      return unreachable(state);
  }
}

/** The one word of a state in a row. */
export const stateWord: Readonly<Record<StateKind, string>> = {
  waiting: 'Waiting',
  decision: 'Decision',
  attention: 'Attention',
  gone: 'Gone',
  'on-server': '',
};

/** The state in full, for the head of a record. */
export const stateTitle: Readonly<Record<StateKind, string>> = {
  waiting: 'Waiting to send',
  decision: 'Needs your decision',
  attention: 'Needs attention',
  gone: 'No longer on the server',
  'on-server': 'On the server',
};
