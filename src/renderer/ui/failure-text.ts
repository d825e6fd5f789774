import type { Failure } from '#shared/failure.ts';
import { wordsOf } from '#shared/language/language.ts';
import type { ServiceFailure, ServiceFailureKind } from '#shared/service-failure.ts';
import { fieldLabels } from './field-text.ts';
import { keptSentence } from './words.ts';

/** What the main button of a failure does; the screen that shows it knows how. */
export type FailureAction =
  'try-again' | 'check-address' | 'enter-token' | 'sync-now' | 'review' | 'show-folder' | 'close';

/** A failure in four plain parts, and what a support person would ask for. */
export type FailureText = {
  /** At most 20 words. */
  readonly happened: string;
  readonly kept: string;
  readonly next: string;
  readonly action: FailureAction;
  readonly details: string;
};

const happened = wordsOf('failures');
const next = wordsOf('failuresNext');
const actionLabels = wordsOf('failureActions');

/** What comes next when a person asked by hand, so that nothing is tried again by itself. */
const asked: Partial<Record<Case, string>> = wordsOf('failuresAsked');

/** The label of a failure's main button. */
export const failureActionLabel = (action: FailureAction): string => actionLabels[action];

type CaseOf<F extends Failure> = F extends { readonly code: 'service' }
  ? ServiceFailureKind
  : F extends { readonly code: 'address-refused'; readonly reason: infer Reason extends string }
    ? `address-${Reason}`
    : F extends { readonly code: infer Code extends string; readonly reason: infer Reason extends string }
      ? `${Code}-${Reason}`
      : F['code'] | 'answered-meanwhile';

/** Every kind of failure that has words of its own. */
type Case = CaseOf<Failure>;

const actions: Readonly<Record<Case, FailureAction>> = {
  unreachable: 'try-again',
  timeout: 'try-again',
  trouble: 'try-again',
  busy: 'try-again',
  certificate: 'check-address',
  redirected: 'check-address',
  'not-the-service': 'check-address',
  'too-large': 'try-again',
  'wrong-shape': 'try-again',
  'signed-out': 'enter-token',
  forbidden: 'review',
  refused: 'review',
  stale: 'review',
  gone: 'review',
  'local-copy': 'try-again',
  'cursor-expired': 'sync-now',
  'storage-full': 'try-again',
  'storage-busy': 'try-again',
  'storage-read-only': 'show-folder',
  'storage-corrupt': 'show-folder',
  'storage-unknown': 'review',
  'back-up-full': 'try-again',
  'back-up-busy': 'try-again',
  'back-up-damaged': 'close',
  'back-up-unknown': 'try-again',
  'recovery-no-back-up': 'review',
  'recovery-damaged-back-up': 'review',
  'recovery-full': 'try-again',
  'recovery-failed': 'try-again',
  'file-full': 'close',
  'file-read-only': 'close',
  'file-busy': 'close',
  'file-gone': 'close',
  'file-unknown': 'close',
  'file-too-large': 'close',
  'file-too-many-rows': 'close',
  'file-not-text': 'close',
  'file-no-card': 'close',
  'file-empty': 'close',
  'file-changed': 'close',
  'file-too-long': 'close',
  'file-not-printed': 'close',
  'address-not-a-url': 'check-address',
  'address-not-https': 'check-address',
  'address-credentials': 'check-address',
  'invalid-input': 'close',
  'not-connected': 'check-address',
  'offline-by-choice': 'close',
  managed: 'close',
  'not-found': 'review',
  'stale-decision': 'review',
  'link-refused': 'close',
  'which-account': 'review',
  'unsent-work': 'sync-now',
  'not-now-under-way': 'close',
  'not-now-undecided': 'review',
  'not-now-gone': 'review',
  'not-now-duplicates': 'review',
  unexpected: 'try-again',
  'not-decided': 'review',
  'changed-meanwhile': 'close',
  'answered-meanwhile': 'review',
};

function caseOf(failure: Failure): Case {
  switch (failure.code) {
    case 'service':
      return failure.failure.kind;
    case 'storage':
      return `storage-${failure.reason}`;
    case 'back-up':
      return `back-up-${failure.reason}`;
    case 'recovery':
      return `recovery-${failure.reason}`;
    case 'not-now':
      return `not-now-${failure.reason}`;
    case 'file':
      return `file-${failure.reason}`;
    case 'address-refused':
      return `address-${failure.reason}`;
    case 'changed-meanwhile':
      return failure.fields.length === 0 ? 'answered-meanwhile' : failure.code;
    default:
      return failure.code;
  }
}

function whatHappened(failure: Failure): string {
  const sentence = happened[caseOf(failure)];
  if (typeof sentence === 'string') return sentence;
  return sentence({ fields: 'fields' in failure ? fieldLabels(failure.fields) : '' });
}

function detailsOf(failure: Failure): string {
  if (failure.code === 'service') return serviceDetails(failure.failure);
  const { code, ...rest } = failure;
  return [code, ...Object.values(rest).map(String)].join(' · ');
}

function serviceDetails({ kind, status, requestId, detail }: ServiceFailure): string {
  return [
    kind,
    ...(status === undefined ? [] : [`status ${String(status)}`]),
    ...(requestId === undefined ? [] : [`request ${requestId}`]),
    detail,
  ].join(' · ');
}

/**
 * A failure in words: what happened, what it means for the data, what happens next, the main action. `kept` is how
 * many changes wait on this laptop; absent where a person tries out a connection, which touches none.
 */
export function failureText(failure: Failure, kept: number | undefined): FailureText {
  const which = caseOf(failure);
  const byHand = kept === undefined && failure.code === 'service' ? asked[which] : undefined;
  const unsent = failure.code === 'unsent-work' ? failure.count : kept;
  return {
    happened: whatHappened(failure),
    kept: keptSentence(unsent),
    next: byHand ?? next[which],
    action: actions[which],
    details: detailsOf(failure),
  };
}

/** What the service said in its own words about a refused request, where it said anything. */
export const serverSentences = (failure: Failure): readonly string[] =>
  failure.code === 'service' ? (failure.failure.sentences ?? []).map(({ sentence }) => sentence) : [];
