import type { FieldValue, Fields, Values } from '../model/field.ts';
import type { RecordId, Token } from '../model/ids.ts';
import type { ServerSentence } from '../service-failure.ts';

/** The attributes of a record as the service sent them, the ones this app does not know included. */
export type RawAttributes = Readonly<Record<string, unknown>>;

/** One record as the service has it. */
export type RemoteRecord = {
  readonly id: RecordId;
  readonly token: Token;
  readonly values: Values;
  readonly raw: RawAttributes;
};

/** A page of records; rows that could not be read are counted, not guessed at. */
export type RemotePage = {
  readonly rows: readonly RemoteRecord[];
  readonly unreadable: number;
  /** Ids that the service says it no longer has (delta only). */
  readonly removed: readonly RecordId[];
  readonly pages?: { readonly page: number; readonly count: number; readonly total: number };
  readonly delta?: { readonly cursor: string; readonly more: boolean };
};

/** What an update sends beside the changed fields. */
export type UpdateTerms = {
  /** When the person made the edit; `undefined` for a request that changes nothing. */
  readonly updatedAt: string | undefined;
  /** The token of the version the person saw; `undefined` only together with `overwrite`. */
  readonly token: Token | undefined;
  readonly overwrite: boolean;
  /** The service's values that the changes were made over. */
  readonly over: Values;
};

/** One request that writes to a record; `path` stands behind that of the record. */
export type UpdateRequest = {
  readonly method: 'PUT' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** `undefined` for a request without a body. */
  readonly body: unknown;
};

/**
 * Everything that is particular to one resource of the service: its fields and how they compare, its paths, its
 * envelope and its version token. The rest of the app is written for any resource.
 */
export type Resource = {
  readonly name: string;
  readonly fields: Fields;
  /** The fields among them that the service alone changes. */
  readonly fixed: readonly string[];
  /** Whether every service has it; one that has not is no failure. */
  readonly isExpected: boolean;
  /**
   * What its version token is: a time, which two writes may share, or a count of the writes. Whether a service looks at a
   * count before it writes cannot be tried out, so such a record is asked for before each write.
   */
  readonly token: 'time' | 'count';
  /** The collection's path; a record's path is this, a slash and the id. */
  readonly path: string;
  readonly mediaType: string;
  readonly pageSize: number;
  /** The query string of one page of the whole list, counted from 1. */
  readonly pageQuery: (page: number, size: number) => string;
  /** The query string of what changed since a cursor; `undefined` where nothing tells all that changed. */
  readonly deltaQuery: ((cursor: string) => string) | undefined;
  /** Reads a list answer; `undefined` when it is not one. */
  readonly readPage: (body: unknown) => RemotePage | undefined;
  /** Reads the answer about one record; `undefined` when it is not one. */
  readonly readOne: (body: unknown) => RemoteRecord | undefined;
  /** Reads the sentences of an error answer, and the record that a stale write was refused for, where it is carried. */
  readonly readErrors: (body: unknown) => {
    readonly sentences: readonly ServerSentence[];
    readonly current: RemoteRecord | undefined;
  };
  /** The body of a creation; `undefined` where records are made by the service alone. */
  readonly createBody:
    ((id: RecordId, values: Values, times: { readonly createdAt: string }) => unknown) | undefined;
  /** Of changed fields, those that go out in the next request, with what they are believed to become by it. */
  readonly nextOf: (changes: Values, over: Values) => Values;
  /** What may have become of changes that went out together: the service may know more than the request said. */
  readonly outcomesOf: (sent: Values, over: Values) => readonly [Values, ...Values[]];
  /** Whether a value of the service is what a person meant who changed a field from `seen` to `wished`. */
  readonly isMet: (
    wish: { readonly seen: FieldValue; readonly wished: FieldValue },
    now: FieldValue,
  ) => boolean;
  /** The request that carries out changes which go together. */
  readonly updateRequest: (id: RecordId, changes: Values, terms: UpdateTerms) => UpdateRequest;
  /** The name of a record for a person, empty when it has none. */
  readonly label: (values: Values) => string;
  /** The text that search looks in. */
  readonly searched: (values: Values) => readonly FieldValue[];
  /** When the user's last edit and the record's making were, ISO 8601, as the service has them. */
  readonly times: (raw: RawAttributes) => {
    readonly createdAt: string | undefined;
    readonly updatedAt: string | undefined;
  };
};
