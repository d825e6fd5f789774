/**
 * What the sync needs to be sure: versions of our own, tokens that were superseded, creations that may land late,
 * and the decision log.
 */
export const proof = `
ALTER TABLE records ADD COLUMN version INTEGER NOT NULL DEFAULT 0;  -- counts the bases of the record: names what was shown
ALTER TABLE records ADD COLUMN arrival INTEGER NOT NULL DEFAULT 0;  -- the count of new records when it came from the service
ALTER TABLE records ADD COLUMN doubt   INTEGER NOT NULL DEFAULT 0;  -- 1: ask for it; 2: asked once, an older version came
ALTER TABLE records ADD COLUMN judgement TEXT;                      -- of a missing record: kept, hidden; NULL until judged
CREATE INDEX records_in_doubt ON records (resource, doubt, id) WHERE doubt > 0;
CREATE INDEX records_by_arrival ON records (resource, arrival, id) WHERE arrival > 0;

ALTER TABLE attempts ADD COLUMN arrivals INTEGER NOT NULL DEFAULT 0; -- the count of new records when it was sent

CREATE TABLE superseded (
  entry    INTEGER PRIMARY KEY,
  resource TEXT NOT NULL,
  id       TEXT NOT NULL,
  token    TEXT NOT NULL,                   -- the name of a version that a newer one has replaced
  FOREIGN KEY (resource, id) REFERENCES records (resource, id)
) STRICT;
CREATE UNIQUE INDEX superseded_by_record ON superseded (resource, id, token);

CREATE TABLE aliases (
  resource TEXT NOT NULL,
  alias    TEXT NOT NULL,                   -- the id that this laptop made
  id       TEXT NOT NULL,                   -- the id that the service gave
  PRIMARY KEY (resource, alias)
) STRICT, WITHOUT ROWID;

CREATE TABLE strays (
  attempt  TEXT PRIMARY KEY,                -- a creation that was sent and never answered, after another one was
  resource TEXT NOT NULL,
  id       TEXT NOT NULL,                   -- the record that it was sent for
  payload  TEXT NOT NULL,
  FOREIGN KEY (resource, id) REFERENCES records (resource, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE possible_duplicates (
  resource TEXT NOT NULL,
  id       TEXT NOT NULL,                   -- the record that a person is asked about
  other    TEXT NOT NULL,                   -- a record that may be the same
  PRIMARY KEY (resource, id, other),
  FOREIGN KEY (resource, id) REFERENCES records (resource, id),
  FOREIGN KEY (resource, other) REFERENCES records (resource, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision_log (
  entry    INTEGER PRIMARY KEY,
  resource TEXT NOT NULL,
  id       TEXT NOT NULL,
  at       TEXT NOT NULL,
  kind     TEXT NOT NULL,
  salt     TEXT NOT NULL,                   -- keeps a short value from being guessed from its digest
  content  TEXT NOT NULL,                   -- JSON: the fields with what they were and became
  digest   TEXT NOT NULL,                   -- SHA-256 of salt and content
  chain    TEXT NOT NULL                    -- SHA-256 of the entry and the chain before it
) STRICT;
CREATE TRIGGER decision_log_is_kept BEFORE DELETE ON decision_log BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER decision_log_stays BEFORE UPDATE ON decision_log BEGIN SELECT raise(ABORT, 'append only'); END;
`;
