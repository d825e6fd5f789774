/** The first schema. Times are ISO 8601 text by this laptop's clock, unless a column says otherwise. */
export const first = `
CREATE TABLE records (
  resource      TEXT NOT NULL,
  id            TEXT NOT NULL,
  local         TEXT NOT NULL,              -- JSON: the fields as the person sees them
  base          TEXT,                       -- JSON: the fields as last merged; NULL while the record is new
  base_raw      TEXT,                       -- JSON: every attribute as the service sent it
  token         TEXT,                       -- the version token, byte for byte
  token_seen_at INTEGER,                    -- server time of the first answer with this token, ms since 1970
  sealed        INTEGER NOT NULL DEFAULT 0, -- 1: no second write can hide behind the token
  seq           INTEGER NOT NULL DEFAULT 0, -- counts local edits
  ack_epoch     INTEGER NOT NULL DEFAULT 0, -- the count of acknowledged writes at this record's last one
  state         TEXT NOT NULL,
  created_at    TEXT NOT NULL,              -- when the record came to be here
  edited_at     TEXT,                       -- when the unsent edit was made; NULL when there is none
  is_missing    INTEGER NOT NULL DEFAULT 0,
  absences      INTEGER NOT NULL DEFAULT 0, -- complete lists in a row that did not have it
  label         TEXT NOT NULL,              -- the folded name, for ordering
  search_text   TEXT NOT NULL,              -- the folded text that search looks in
  updated_ms    INTEGER NOT NULL,           -- when a person last edited it, ms since 1970; 0 when nobody knows
  PRIMARY KEY (resource, id)
) STRICT;
CREATE INDEX records_by_name ON records (resource, label, id);
CREATE INDEX records_by_updated ON records (resource, updated_ms, id);
CREATE INDEX records_by_email ON records (resource, coalesce(nullif(lower(local ->> '$.email'), ''), char(1114111)), id);
CREATE INDEX records_by_remote_id ON records (resource, coalesce(nullif(local ->> '$.remote_id', ''), char(1114111)), id);
CREATE INDEX records_absent ON records (resource, absences, id) WHERE absences > 0;
CREATE INDEX records_by_state ON records (resource, state, id) WHERE state <> 'clean';

CREATE TABLE outbox (
  resource   TEXT NOT NULL,
  id         TEXT NOT NULL,
  since      TEXT NOT NULL,                 -- when the oldest unsent edit was made
  position   INTEGER NOT NULL,              -- the order in which edits were made
  attention  TEXT,                          -- JSON: why the service refused it; NULL when it did not
  PRIMARY KEY (resource, id),
  FOREIGN KEY (resource, id) REFERENCES records (resource, id)
) STRICT;
CREATE UNIQUE INDEX outbox_by_position ON outbox (position);

CREATE TABLE attempts (
  attempt  TEXT PRIMARY KEY,                -- a UUID; the idempotency key of a create
  resource TEXT NOT NULL,
  id       TEXT NOT NULL,
  kind     TEXT NOT NULL,                   -- create, update, overwrite
  payload  TEXT NOT NULL,                   -- JSON: the fields that were sent
  seq      INTEGER NOT NULL,
  sent_at  TEXT NOT NULL,
  outcome  TEXT NOT NULL,                   -- sending, unknown, checked
  FOREIGN KEY (resource, id) REFERENCES records (resource, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX attempts_by_record ON attempts (resource, id);

CREATE TABLE conflicts (
  resource    TEXT NOT NULL,
  id          TEXT NOT NULL,
  field       TEXT NOT NULL,
  base        TEXT NOT NULL,                -- JSON value: Before
  remote      TEXT NOT NULL,                -- JSON value: Server
  remote_at   TEXT,                         -- when the service's version was edited, as the service says
  local_at    TEXT,
  choice      TEXT,                         -- JSON: the answer so far; NULL while there is none
  detected_at TEXT NOT NULL,
  PRIMARY KEY (resource, id, field),
  FOREIGN KEY (resource, id) REFERENCES records (resource, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE history (
  entry     INTEGER PRIMARY KEY,
  resource  TEXT NOT NULL,
  id        TEXT NOT NULL,
  at        TEXT NOT NULL,
  kind      TEXT NOT NULL,
  operation TEXT UNIQUE,                    -- the person's act, so that the same act told twice is done once
  changes   TEXT NOT NULL,                  -- JSON: [{field, before, after}]
  undone_by INTEGER REFERENCES history (entry),
  FOREIGN KEY (resource, id) REFERENCES records (resource, id)
) STRICT;
CREATE INDEX history_by_record ON history (resource, id, entry);
CREATE INDEX history_of_merges ON history (resource, entry) WHERE kind = 'merge';

CREATE TABLE rounds (
  round      INTEGER PRIMARY KEY,
  started_at TEXT NOT NULL,
  took       INTEGER NOT NULL,              -- ms
  cause      TEXT NOT NULL,
  counts     TEXT NOT NULL,                 -- JSON: how many were got, sent, merged, …
  failure    TEXT                           -- JSON: why it did not reach the end; NULL when it did
) STRICT;

CREATE TABLE pages (
  resource TEXT NOT NULL,
  page     INTEGER NOT NULL,
  etag     TEXT NOT NULL,
  versions TEXT NOT NULL,                   -- JSON: [[id, token]] of the page when it had this ETag
  PRIMARY KEY (resource, page)
) STRICT, WITHOUT ROWID;

CREATE TABLE sync_state (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL                       -- JSON
) STRICT, WITHOUT ROWID;
`;
