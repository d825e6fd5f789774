const KEY_ACCOUNTS = `
CREATE TABLE service (
  one        INTEGER PRIMARY KEY CHECK (one = 1),
  epoch      TEXT    NOT NULL,           -- made with the file; a cursor of another store is recognised by it
  seq        INTEGER NOT NULL DEFAULT 0, -- the last change
  stamp_ms   INTEGER NOT NULL DEFAULT 0, -- the last version token, milliseconds since 1970
  pruned_seq INTEGER NOT NULL DEFAULT 0  -- deletions up to this change may have been forgotten
) STRICT;

CREATE TABLE key_accounts (
  id            TEXT    PRIMARY KEY,
  team          TEXT    NOT NULL,
  email         TEXT,
  first_name    TEXT,
  last_name     TEXT,
  last_download TEXT,
  is_primary    INTEGER CHECK (is_primary IN (0, 1)),
  remote_id     TEXT,
  created_at    TEXT    NOT NULL,        -- as the client wrote it
  created_ms    INTEGER NOT NULL,        -- the same moment, to order by
  updated_at    TEXT    NOT NULL,
  updated_ms    INTEGER NOT NULL,
  stamp_ms      INTEGER NOT NULL, -- the version token, milliseconds since 1970
  seq           INTEGER NOT NULL
) STRICT;
CREATE INDEX key_accounts_by_creation ON key_accounts (team, created_ms, id);
CREATE INDEX key_accounts_by_update   ON key_accounts (team, updated_ms, id);
CREATE INDEX key_accounts_by_change   ON key_accounts (team, seq);
CREATE INDEX key_accounts_by_guid     ON key_accounts (team, remote_id);

CREATE TABLE tombstones (
  id         TEXT    PRIMARY KEY,
  team       TEXT    NOT NULL,
  deleted_ms INTEGER NOT NULL,
  seq        INTEGER NOT NULL
) STRICT;
CREATE INDEX tombstones_by_change ON tombstones (team, seq);
CREATE INDEX tombstones_by_age    ON tombstones (deleted_ms);

CREATE TABLE idempotency_keys (
  team        TEXT    NOT NULL,
  key         TEXT    NOT NULL,
  fingerprint TEXT    NOT NULL,          -- SHA-256 of what was posted
  answer      TEXT    NOT NULL,          -- the document of the 201
  kept_ms     INTEGER NOT NULL,
  PRIMARY KEY (team, key)
) STRICT;
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (kept_ms);
`;

const MARKETPLACE_ACCOUNTS = `
CREATE TABLE marketplace_accounts (
  id     TEXT PRIMARY KEY,
  team   TEXT NOT NULL,
  before TEXT CHECK (before IN ('Enabled', 'Active')), -- what enabling a disabled account returns it to
  body   TEXT NOT NULL CHECK (json_valid(body))        -- the account, whole, as its own address answers it
) STRICT;
CREATE INDEX marketplace_accounts_by_team ON marketplace_accounts (team);
`;

/**
 * The steps from an empty file to the tables of today; a file's `user_version` counts those it has been through. `seq`
 * numbers every change of the whole service, deletions included: it is what the delta cursor counts in. Both modes share
 * the tables, so a file can be served in either.
 */
export const SCHEMA_STEPS: readonly string[] = [KEY_ACCOUNTS, MARKETPLACE_ACCOUNTS];
