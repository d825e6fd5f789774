import type { Values } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { RemotePage, RemoteRecord, UpdateTerms } from '#shared/resources/resource.ts';
import type { ServiceFailure } from '#shared/service-failure.ts';

/** What every answer of the service carries beside its content: its own time, ms since 1970. */
type Answered = { readonly serverDate: number | undefined };

/** An answer with what was asked for. */
export type Success<Value> = Answered & { readonly ok: true; readonly value: Value };

/** An answer without it, or no answer; `current` is the record as the service has it, where a 409 carries it. */
export type Refusal = Answered & {
  readonly ok: false;
  readonly failure: ServiceFailure;
  readonly current: RemoteRecord | undefined;
};

/** The outcome of one request; a remote never throws for what the network or the service does. */
export type Answer<Value> = Success<Value> | Refusal;

/** A page of the list, or word that it is as it was under the ETag that was sent. */
export type ListAnswer =
  | { readonly unchanged: true }
  | { readonly unchanged: false; readonly page: RemotePage; readonly etag: string | undefined };

/** The service as the sync engine needs it: one resource, five requests. Every request ends within its deadline. */
export type Remote = {
  readonly list: (
    request: { readonly page: number; readonly size: number; readonly etag: string | undefined },
    signal: AbortSignal,
  ) => Promise<Answer<ListAnswer>>;
  readonly changes: (cursor: string, signal: AbortSignal) => Promise<Answer<RemotePage>>;
  readonly get: (id: RecordId, signal: AbortSignal) => Promise<Answer<RemoteRecord>>;
  readonly create: (
    request: {
      readonly id: RecordId;
      readonly values: Values;
      readonly createdAt: string;
      readonly key: string;
    },
    signal: AbortSignal,
  ) => Promise<Answer<RemoteRecord>>;
  readonly update: (
    request: { readonly id: RecordId; readonly changes: Values; readonly terms: UpdateTerms },
    signal: AbortSignal,
  ) => Promise<Answer<RemoteRecord>>;
};
