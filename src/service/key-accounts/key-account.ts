import type { Mode } from '../mode.ts';

/** The `type` of a Key Account in every document. */
export const TYPE = 'key_accounts';

/** What people edit; `remote_id` is kept as text, exactly as it was sent. */
export type Attributes = {
  readonly email: string | null;
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly last_download: string | null;
  readonly primary: boolean | null;
  readonly remote_id: string | null;
};

/** What a client asks to be written: an absent attribute stays as it is, `null` clears it. */
export type SentAttributes = Partial<Attributes> & {
  readonly created_at?: string | null;
  readonly updated_at?: string | null;
};

/** One Key Account as it is stored. Times are ISO 8601. */
export type KeyAccount = {
  readonly id: string;
  /** The team it belongs to; never sent. */
  readonly team: string;
  readonly attributes: Attributes;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** When the service last wrote it, milliseconds since 1970: increasing over the whole service, never a client's. */
  readonly stampMs: number;
};

/** What the service itself puts on a write: its time and the stamp it took, in milliseconds since 1970. */
export type Writing = { readonly now: number; readonly stampMs: number };

/** What the service knows about an id. */
export type Found =
  | { readonly kind: 'live'; readonly record: KeyAccount }
  | { readonly kind: 'deleted'; readonly team: string; readonly deletedAt: string }
  | { readonly kind: 'unknown' };

const EMPTY: Attributes = {
  email: null,
  first_name: null,
  last_name: null,
  last_download: null,
  primary: null,
  remote_id: null,
};

const ATTRIBUTES = Object.keys(EMPTY) as readonly (keyof Attributes)[];

function merged(before: Attributes, sent: SentAttributes): Attributes {
  const {
    email = before.email,
    first_name = before.first_name,
    last_name = before.last_name,
    last_download = before.last_download,
    primary = before.primary,
    remote_id = before.remote_id,
  } = sent;
  return { email, first_name, last_name, last_download, primary, remote_id };
}

/** The record that a POST makes. */
export function made(
  who: { readonly id: string; readonly team: string },
  sent: SentAttributes,
  { mode, now, stampMs }: Writing & { readonly mode: Mode },
): KeyAccount {
  const time = (text: string | null | undefined): string =>
    text == null ? mode.writeTime(now) : mode.keepTime(text);
  return {
    ...who,
    attributes: merged(EMPTY, sent),
    createdAt: time(sent.created_at),
    updatedAt: time(sent.updated_at),
    stampMs,
  };
}

/** The record after a PUT; `updated_at` is the service's time when the client gave none. */
export function edited(
  record: KeyAccount,
  sent: SentAttributes,
  { mode, now, stampMs }: Writing & { readonly mode: Mode },
): KeyAccount {
  return {
    ...record,
    attributes: merged(record.attributes, sent),
    createdAt: sent.created_at == null ? record.createdAt : mode.keepTime(sent.created_at),
    updatedAt: sent.updated_at == null ? mode.writeTime(now) : mode.keepTime(sent.updated_at),
    stampMs,
  };
}

/** Whether writing what was sent would leave anything different from how it is. */
export function wouldChange(record: KeyAccount, sent: SentAttributes, mode: Mode): boolean {
  const other = (time: string | null | undefined, kept: string): boolean =>
    time != null && mode.keepTime(time) !== kept;
  const after = merged(record.attributes, sent);
  return (
    other(sent.created_at, record.createdAt) ||
    other(sent.updated_at, record.updatedAt) ||
    ATTRIBUTES.some((name) => after[name] !== record.attributes[name])
  );
}

/** The version token of a record. */
export const tokenOf = (record: KeyAccount, mode: Mode): string => mode.token(record);
