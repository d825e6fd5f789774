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
    queryFn: () => unwrap(bridge.records.drafts(ownerOf(id))),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });

/** Keeps what is typed into the fields of a record until it is saved. */
export type FieldsKeeper = {
  /** Keeps a text, at the latest after 400 ms. */
  readonly keep: (field: string, value: FieldValue, seen: FieldValue) => void;
  /** Keeps at once what is still to be kept. */
  readonly keepNow: () => void;
  /** Keeps nothing more: what was typed is being saved, which forgets what was kept, or is given up. */
  readonly stop: () => void;
  /** Forgets what was kept of a field. */
  readonly drop: (field: string) => void;
};

/** Answers how the fields of a record, or without an id of a new one, are kept while they are typed. */
export function useFieldsKeeper(id: RecordId | undefined): FieldsKeeper {
  const client = useQueryClient();
  return useMemo(() => fieldsKeeper(client, id), [client, id]);
}

function fieldsKeeper(client: QueryClient, id: RecordId | undefined): FieldsKeeper {
  const latest = new Map<string, { value: FieldValue; seen: FieldValue }>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => {
    clearTimeout(timer);
    timer = undefined;
    latest.clear();
  };
  const keepNow = (): void => {
    for (const [field, typed] of latest) void bridge.records.keepDraft({ ...ownerOf(id), field, ...typed });
    stop();
  };
  return {
    keep: (field, value, seen) => {
      latest.set(field, { value, seen });
      timer ??= setTimeout(keepNow, WAIT);
    },
    keepNow,
    stop,
    drop: (field) => {
      latest.delete(field);
      const dropped = bridge.records.keepDraft({ ...ownerOf(id), field, seen: null });
      void dropped.then(() => client.invalidateQueries({ queryKey: queryKeys.draftsOf(id) }));
    },
  };
}

/** Keeps what is typed into one field until it is saved. */
export type DraftKeeper = {
  readonly keep: (value: FieldValue, seen: FieldValue) => void;
  readonly stop: () => void;
  readonly drop: () => void;
};

/** Answers the keeper of one field of a record. */
export function useDraftKeeper(id: RecordId, field: string): DraftKeeper {
  const { keep, stop, drop } = useFieldsKeeper(id);
  return {
    keep: (value, seen) => {
      keep(field, value, seen);
    },
    stop,
    drop: () => {
      drop(field);
    },
  };
}

/** Forgets everything that was typed into a new record. */
export const dropNewDraft = (): Promise<unknown> => bridge.records.dropDrafts({});
