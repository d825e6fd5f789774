import { useQuery, useQueryClient, type QueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Draft } from '#shared/model/draft.ts';
import type { FieldValue } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { bridge } from './bridge.ts';
import { unwrap } from './failure-error.ts';
import { queryKeys } from './query-keys.ts';

/** Milliseconds of typing that an app which is killed may lose. */
const WAIT = 400;

const ownerOf = (id: RecordId | undefined): { id?: RecordId } => (id === undefined ? {} : { id });

/** What was typed into a record, or without an id into a new one, and not saved; read anew at every opening. */
export const useDrafts = (id: RecordId | undefined): UseQueryResult<readonly Draft[]> =>
  useQuery({
    queryKey: queryKeys.draftsOf(id),
    queryFn: () => unwrap(bridge.keyAccounts.drafts(ownerOf(id))),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });

/** Keeps what is typed into one field until it is saved. */
export type DraftKeeper = {
  /** Keeps a text, at the latest after 400 ms. */
  readonly keep: (value: FieldValue, seen: FieldValue) => void;
  /** Keeps nothing more: what was typed is being saved, which forgets what was kept. */
  readonly stop: () => void;
  /** Forgets what was kept. */
  readonly drop: () => void;
};

/** Answers the keeper of one field of a record, or without an id of a new one. */
export function useDraftKeeper(id: RecordId | undefined, field: string): DraftKeeper {
  const client = useQueryClient();
  return useMemo(() => draftKeeper(client, id, field), [client, id, field]);
}

function draftKeeper(client: QueryClient, id: RecordId | undefined, field: string): DraftKeeper {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest: { value: FieldValue; seen: FieldValue } | undefined;
  const stop = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  const send = (): void => {
    timer = undefined;
    if (latest) void bridge.keyAccounts.keepDraft({ ...ownerOf(id), field, ...latest });
  };
  return {
    keep: (value, seen) => {
      latest = { value, seen };
      timer ??= setTimeout(send, WAIT);
    },
    stop,
    drop: () => {
      stop();
      const dropped = bridge.keyAccounts.keepDraft({ ...ownerOf(id), field, seen: null });
      void dropped.then(() => client.invalidateQueries({ queryKey: queryKeys.draftsOf(id) }));
    },
  };
}

/** Keeps what is typed into a new record until it is made. */
export type NewKeeper = {
  readonly keep: (field: string, value: FieldValue) => void;
  /** Keeps at once what is still to be kept. */
  readonly keepNow: () => void;
  /** Keeps nothing more: the record is being made, which forgets what was kept, or is given up. */
  readonly stop: () => void;
};

/** Answers how the fields of a new record are kept while they are typed. */
export const useNewKeeper = (): NewKeeper => useMemo(() => newKeeper(), []);

function newKeeper(): NewKeeper {
  const latest = new Map<string, FieldValue>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const send = (): void => {
    timer = undefined;
    for (const [field, value] of latest) void bridge.keyAccounts.keepDraft({ field, value, seen: null });
    latest.clear();
  };
  return {
    keep: (field, value) => {
      latest.set(field, value);
      timer ??= setTimeout(send, WAIT);
    },
    keepNow: () => {
      clearTimeout(timer);
      send();
    },
    stop: () => {
      clearTimeout(timer);
      timer = undefined;
      latest.clear();
    },
  };
}

/** Forgets everything that was typed into a new record. */
export const dropNewDraft = (): Promise<unknown> => bridge.keyAccounts.dropDrafts({});
