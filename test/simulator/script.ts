import type { JudgeMissing } from '#shared/model/record.ts';
import type { ModeName } from '../../src/service/mode.ts';

/** How the service of a world differs from the reference service. */
export type Quirks = {
  /** It trims texts, lower-cases e-mail addresses and keeps "" as null. */
  readonly tidies: boolean;
  /** It gives its own ids: the one that a client brings is not looked at. */
  readonly ownIds: boolean;
  /** It is put back to a back-up once. */
  readonly rewinds: boolean;
};

/** What a world is made of. */
export type Plan = {
  readonly seed: number;
  readonly mode: ModeName;
  readonly laptops: number;
  readonly records: number;
  /** The fields that people work on. */
  readonly fields: readonly string[];
  readonly pageSize: number;
  readonly quirks: Quirks;
  /** How often a record is written by somebody else while a request for it is under way. */
  readonly meddling: number;
  /** Whether the laptops have everything when the story begins. */
  readonly isSynced: boolean;
  /** Whether a crash is a power cut: what the disk was not waited for is lost with it. */
  readonly cutsPower?: boolean;
};

/** What becomes of one request on its way there and back. */
export type Fate =
  // The truth: all the way; only there; only the way there lost; only the way back lost.
  | 'deliver'
  | 'hold'
  | 'lose-request'
  | 'lose-answer'
  // The client hears of a broken line, the service sees the request later; it sees it twice; and once more later.
  | 'late'
  | 'twice'
  | 'twice-second'
  | 'echo'
  // What a service in trouble or a gateway says, with or without the request having been seen.
  | 'trouble'
  | 'trouble-after'
  | 'busy'
  | 'closed'
  | 'closed-after'
  | 'slow'
  | 'signed-out'
  | 'refused'
  | 'forbidden'
  | 'portal'
  // What may become of an answer.
  | 'truncated'
  | 'emptied'
  | 'short'
  | 'hidden'
  | 'garbled'
  | 'stale';

/** What a person types. */
export type Typing = 'new' | 'back' | 'padded' | 'cleared' | 'capitals' | 'number' | 'refused';

/** What happens to a laptop. */
export type Event = 'crash' | 'offline' | 'online' | 'expire' | 'sign-in' | 'switch-account';

type Where = { readonly laptop: number; readonly record: number };

/** One thing that happens. Numbers that name things are taken modulo how many there are, so that no action is wrong. */
export type Action =
  | (Where & {
      readonly do: 'edit';
      readonly field: number;
      readonly how: Typing;
      readonly isBehind: boolean;
    })
  | { readonly do: 'create'; readonly laptop: number }
  | (Where & { readonly do: 'undo'; readonly line: number })
  | (Where & { readonly do: 'try-again' })
  | (Where & {
      readonly do: 'choose';
      readonly field: number;
      readonly side: 'yours' | 'server' | 'other';
      readonly isOld: boolean;
    })
  | (Where & { readonly do: 'decide'; readonly isOld: boolean })
  | (Where & { readonly do: 'look' })
  | { readonly do: 'overwrite'; readonly laptop: number }
  | (Where & { readonly do: 'judge-missing'; readonly choice: JudgeMissing['choice'] | 'discard' })
  | (Where & { readonly do: 'judge-duplicate' })
  | { readonly do: 'judge-vanished'; readonly laptop: number; readonly areGone: boolean }
  | {
      readonly do: 'round';
      readonly laptop: number;
      readonly trigger: 'person' | 'interval' | 'edit' | 'retry';
    }
  | { readonly do: 'pull' | 'push' | 'finish'; readonly laptop: number }
  | { readonly do: Event; readonly laptop: number }
  | {
      readonly do: 'arm';
      readonly laptop: number;
      readonly commits: number;
      readonly when: 'before' | 'after';
    }
  | { readonly do: 'wire'; readonly wire: number; readonly fate: Fate }
  | { readonly do: 'land' | 'drop'; readonly late: number }
  | { readonly do: 'pass' | 'tick'; readonly ms: number }
  | { readonly do: 'set-clock'; readonly laptop: number; readonly to: number }
  | {
      readonly do: 'colleague-edit';
      readonly record: number;
      readonly field: number;
      readonly times: number;
      readonly isBack: boolean;
    }
  | { readonly do: 'colleague-create' }
  | { readonly do: 'colleague-remove'; readonly record: number }
  | { readonly do: 'vanish' | 'reappear' | 'back-up' | 'rewind' };

/** A world and everything that happens in it, so that it can be told again. */
export type Script = {
  readonly plan: Plan;
  readonly actions: readonly Action[];
};
