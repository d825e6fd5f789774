import { RecordId } from '#shared/model/ids.ts';
import type { Log } from './ports.ts';

/** The scheme by which other programs point at a record. */
export const LINK_SCHEME = 'keyaccounts';

const LONGEST = 64;
const LINK = /^keyaccounts:\/\/record\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/i;

/** The record that a link names; `undefined` for every text that is not exactly such a link. */
export function recordOfLink(link: string): RecordId | undefined {
  if (link.length > LONGEST) return undefined;
  const [, id] = LINK.exec(link) ?? [];
  return id === undefined ? undefined : RecordId.parse(id.toLowerCase());
}

const isLink = (argument: string): boolean =>
  argument.slice(0, LINK_SCHEME.length + 1).toLowerCase() === `${LINK_SCHEME}:`;

/** The links from outside: the newest waits until a window takes it. */
export type DeepLinks = {
  readonly receive: (link: string) => void;
  /** Receives the link of a command line; a line with several of them is refused. */
  readonly receiveArguments: (argv: readonly string[]) => void;
  readonly take: () => RecordId | undefined;
};

/** Holds the link that was received last; a link only ever names a record to be shown, and `onLink` is told. */
export function openDeepLinks({ log, onLink }: { log: Log; onLink: () => void }): DeepLinks {
  let waiting: RecordId | undefined;
  const refuse = (): void => {
    // What it says comes from outside, so it is not written down.
    log.warn('a link was refused');
  };
  const receive = (link: string): void => {
    const id = recordOfLink(link);
    if (id === undefined) {
      refuse();
      return;
    }
    waiting = id;
    onLink();
  };
  return {
    receive,
    receiveArguments: (argv) => {
      const [link, ...more] = argv.filter(isLink);
      if (link === undefined) return;
      if (more.length > 0) refuse();
      else receive(link);
    },
    take: () => {
      const id = waiting;
      waiting = undefined;
      return id;
    },
  };
}
