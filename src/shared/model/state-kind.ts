import { unreachable } from '../assert.ts';
import type { RecordState } from './record.ts';

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
