// "When something takes too long" of docs/sync.md: no request is waited for without end.
import type { RecordId } from '#shared/model/ids.ts';
import type { Clock } from '../ports.ts';
import type { Answer, Remote } from './remote.ts';

/** After so many milliseconds without an answer a person is told what is waited for. */
const SLOW = 45_000;

/** After so many it is given up, whatever the line does: longer than the bounds of HTTP, which come first. */
const LIMIT = 150_000;

/** A request that is under way; without an id it is about all records. */
export type UnderWay = { readonly id: RecordId | undefined };

/** Who watches, and who is told of a request that takes long, and with `undefined` that it is over. */
export type RemoteWatch = {
  readonly clock: Clock;
  readonly onSlow: (request: UnderWay | undefined) => void;
};

/** Wraps a remote so that each of its answers comes within a deadline, and a slow one is noticed before. */
export function watchedRemote(remote: Remote, watch: RemoteWatch): Remote {
  const watched = watcher(watch);
  return {
    list: (request, signal) => watched({ id: undefined }, signal, () => remote.list(request, signal)),
    changes: (cursor, signal) => watched({ id: undefined }, signal, () => remote.changes(cursor, signal)),
    get: (id, signal) => watched({ id }, signal, () => remote.get(id, signal)),
    create: (request, signal) => watched({ id: request.id }, signal, () => remote.create(request, signal)),
    update: (request, signal) => watched({ id: request.id }, signal, () => remote.update(request, signal)),
  };
}

type Watched = <Value>(
  request: UnderWay,
  signal: AbortSignal,
  send: () => Promise<Answer<Value>>,
) => Promise<Answer<Value>>;

const watcher =
  ({ clock, onSlow }: RemoteWatch): Watched =>
  async (request, signal, send) => {
    const over = new AbortController();
    const giveUp = (): void => {
      over.abort();
    };
    signal.addEventListener('abort', giveUp, { once: true, signal: over.signal });
    const told: UnderWay[] = [];
    void clock.sleep(SLOW, over.signal).then(() => {
      if (over.signal.aborted) return;
      told.push(request);
      onSlow(request);
    });
    // A sleep also ends when its caller gives up, so that this ends with whichever comes first.
    const late = clock.sleep(LIMIT, over.signal).then(() => noAnswer(signal.aborted));
    try {
      return await Promise.race([send(), late]);
    } finally {
      over.abort();
      if (told.length > 0) onSlow(undefined);
    }
  };

const noAnswer = (isEnded: boolean): Answer<never> => ({
  ok: false,
  failure: isEnded
    ? { kind: 'unreachable', detail: 'The request was ended.' }
    : { kind: 'timeout', detail: 'The line neither answered nor failed.' },
  current: undefined,
  serverDate: undefined,
});
