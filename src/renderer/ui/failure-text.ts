import type { Failure, RecoveryFault, StorageFault } from '#shared/failure.ts';
import type { BackUpFailure } from '#shared/model/storage.ts';
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

const actionLabels: Readonly<Record<FailureAction, string>> = {
  'try-again': 'Try again',
  'check-address': 'Check the address',
  'enter-token': 'Enter a new token',
  'sync-now': 'Sync now',
  review: 'Look again',
  'show-folder': 'Show the folder',
  close: 'Close',
};

/** The label of a failure's main button. */
export const failureActionLabel = (action: FailureAction): string => actionLabels[action];

type Parts = readonly [happened: string, next: string, action: FailureAction];

const AGAIN = 'The app tries again by itself.';

const serviceParts: Readonly<Record<ServiceFailureKind, Parts>> = {
  unreachable: ['The service cannot be reached from here.', AGAIN, 'try-again'],
  timeout: ['The service did not answer in time.', AGAIN, 'try-again'],
  trouble: ['The service has trouble of its own right now.', AGAIN, 'try-again'],
  busy: [
    'The service asked us to wait.',
    'The app waits as long as it was asked to, then goes on.',
    'try-again',
  ],
  certificate: [
    'The service could not prove who it is, so nothing was sent to it.',
    'Ask your administrator about its certificate; the app looks again by itself.',
    'check-address',
  ],
  redirected: [
    'The address points to another place, and the app does not follow.',
    'Ask your administrator for the exact address.',
    'check-address',
  ],
  'not-the-service': [
    'Something else answered at this address, perhaps the sign-in page of a network.',
    'Sign in to the network in your browser, or check the address.',
    'check-address',
  ],
  'too-large': [
    'The answer of the service was too large to be read safely.',
    'Tell your administrator; the app tries again by itself.',
    'try-again',
  ],
  'wrong-shape': [
    'The service answered in a way that the app does not understand.',
    'Nothing of that answer was used; the app tries again by itself.',
    'try-again',
  ],
  'signed-out': [
    'The service did not accept the sign-in token.',
    'Sending waits until there is a new token; you can go on working.',
    'enter-token',
  ],
  forbidden: [
    'The service does not let you change this record.',
    'The other changes go on; this one waits for you.',
    'review',
  ],
  refused: [
    'The service refused this change.',
    'The other changes go on; this one waits until you edit it or try again.',
    'review',
  ],
  stale: [
    'Somebody else changed the same record meanwhile.',
    'Both versions are put side by side, and you are asked where they differ.',
    'review',
  ],
  gone: [
    'The service does not have this record any more.',
    'The record stays here until you decide.',
    'review',
  ],
  'local-copy': [
    'The local copy could not be written, so this round stopped.',
    'Make sure there is room on the disk; the app tries again by itself.',
    'try-again',
  ],
  'cursor-expired': ['This laptop was away for long, so everything is compared anew.', AGAIN, 'sync-now'],
};

const storageParts: Readonly<Record<StorageFault, Parts>> = {
  full: ['The disk of this laptop is full.', 'Make room, then do it again.', 'try-again'],
  busy: ['Another program is using the local copy.', 'Close it, then do it again.', 'try-again'],
  'read-only': ['The local copy cannot be written to.', 'Check who may write to its folder.', 'show-folder'],
  corrupt: [
    'The local copy is damaged, and the app stopped writing to it.',
    'Close the app and open it again: it then helps you to put it right.',
    'show-folder',
  ],
  unknown: [
    'The disk did not confirm that this was saved.',
    'Look at the record: it shows what is really kept.',
    'review',
  ],
};

const backUpParts: Readonly<Record<BackUpFailure['reason'], Parts>> = {
  full: ['There is no room on the disk for a back-up.', 'Make room, then do it again.', 'try-again'],
  busy: ['Another program is using the local copy.', 'Close it, then do it again.', 'try-again'],
  damaged: [
    'The local copy is damaged, so no back-up was made of it.',
    'Close the app and open it again: it then helps you to put it right.',
    'close',
  ],
  unknown: ['The back-up could not be made.', 'Do it again; if it stays, send us the details.', 'try-again'],
};

const recoveryParts: Readonly<Record<RecoveryFault, Parts>> = {
  'no-back-up': ['That back-up is not there any more.', 'Choose another one.', 'review'],
  'damaged-back-up': ['That back-up is damaged, so it was not used.', 'Choose another one.', 'review'],
  full: ['There is no room on the disk to put things right.', 'Make room, then do it again.', 'try-again'],
  failed: [
    'The local copy could not be replaced.',
    'Everything is where it was. Do it again; if it stays, send us the details.',
    'try-again',
  ],
};

const addressParts: Readonly<Record<'not-a-url' | 'not-https' | 'credentials', Parts>> = {
  'not-a-url': ['This is not a web address.', 'It begins with https:// and has no blanks.', 'check-address'],
  'not-https': [
    'Only addresses that begin with https:// are safe enough.',
    'Ask your administrator for that address.',
    'check-address',
  ],
  credentials: [
    'The address has a name or password in it.',
    'Leave it out; the token below is enough.',
    'check-address',
  ],
};

/** What comes next when a person asked by hand, so that nothing is tried again by itself. */
const nextWhenAsked: Partial<Record<ServiceFailureKind, string>> = {
  unreachable: 'Check the address and the network, then try again.',
  timeout: 'Check the address and the network, then try again.',
  trouble: 'Wait a little, then try again.',
  busy: 'Wait a little, then try again.',
  certificate: 'Ask your administrator about its certificate.',
  'too-large': 'Ask your administrator whether the address is right.',
  'wrong-shape': 'Ask your administrator whether the address is right.',
  'signed-out': 'Paste the token again, or ask your administrator for a new one.',
  forbidden: 'Ask your administrator what this token may do.',
  refused: 'Ask your administrator whether the address is right.',
  gone: 'Ask your administrator whether the address is right.',
  'cursor-expired': 'Try again.',
  'local-copy': 'Make sure there is room on the disk, then try again.',
};

type PlainCode = Exclude<
  Failure['code'],
  'not-decided' | 'changed-meanwhile' | 'address-refused' | 'storage' | 'back-up' | 'recovery' | 'service'
>;

const plainParts: Readonly<Record<PlainCode, Parts>> = {
  'invalid-input': ['This value cannot be saved as it is.', 'Change it, then do it again.', 'close'],
  'not-connected': [
    'The app is not connected to a service.',
    'Connect in the settings, then go on.',
    'check-address',
  ],
  'not-found': ['This record is not on this laptop any more.', 'The list shows what is here now.', 'review'],
  'stale-decision': [
    'The server’s version changed again while you were looking.',
    'The newest version is shown now; your other answers stand.',
    'review',
  ],
  'link-refused': [
    'This link does not look safe, so it was not opened.',
    'You can copy it and look at it first.',
    'close',
  ],
  'which-account': [
    'There are records of this service here already, from another token.',
    'Say whether the token is of the same account.',
    'review',
  ],
  'unsent-work': [
    'There are changes that were not sent yet.',
    'Send them first, then do this again.',
    'sync-now',
  ],
  unexpected: [
    'Something went wrong inside the app.',
    'Do it again; if it stays, send us the details.',
    'try-again',
  ],
};

const answeredMeanwhile: Parts = [
  'This changed meanwhile, so your answer was not taken.',
  'What is shown now is the newest; look at it again.',
  'review',
];

function partsOf(failure: Failure): Parts {
  switch (failure.code) {
    case 'not-decided':
      return [
        `Still open: ${fieldLabels(failure.fields)}.`,
        'Choose an answer for each, then save the result.',
        'review',
      ];
    case 'changed-meanwhile':
      if (failure.fields.length === 0) return answeredMeanwhile;
      return [
        `Changed meanwhile: ${fieldLabels(failure.fields)}.`,
        'Taking it back would go over the newer value, so it was left.',
        'close',
      ];
    case 'address-refused':
      return addressParts[failure.reason];
    case 'storage':
      return storageParts[failure.reason];
    case 'back-up':
      return backUpParts[failure.reason];
    case 'recovery':
      return recoveryParts[failure.reason];
    case 'service':
      return serviceParts[failure.failure.kind];
    default:
      return plainParts[failure.code];
  }
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
  const [happened, nextBySelf, action] = partsOf(failure);
  const byHand =
    kept === undefined && failure.code === 'service' ? nextWhenAsked[failure.failure.kind] : undefined;
  const next = byHand ?? nextBySelf;
  const unsent = failure.code === 'unsent-work' ? failure.count : kept;
  return { happened, kept: keptSentence(unsent), next, action, details: detailsOf(failure) };
}

/** What the service said in its own words about a refused request, where it said anything. */
export const serverSentences = (failure: Failure): readonly string[] =>
  failure.code === 'service' ? (failure.failure.sentences ?? []).map(({ sentence }) => sentence) : [];
