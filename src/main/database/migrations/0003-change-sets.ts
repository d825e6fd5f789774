/** What a person did as one act, on one record or on many, so that it can be taken back as one. */
export const changeSets = `
CREATE TABLE change_sets (
  entry      INTEGER PRIMARY KEY,
  change_set TEXT NOT NULL UNIQUE,          -- a UUID
  resource   TEXT NOT NULL,
  at         TEXT NOT NULL,
  kind       TEXT NOT NULL,                 -- what the person did; undo, redo
  act        TEXT NOT NULL,                 -- the change set that this one is, takes back or does again
  is_whole   INTEGER NOT NULL DEFAULT 1     -- 0: there is more of it to do
) STRICT;
CREATE INDEX change_sets_by_act ON change_sets (act, entry);

ALTER TABLE history ADD COLUMN change_set TEXT;  -- the act that the line belongs to
ALTER TABLE history ADD COLUMN questions TEXT;   -- JSON: the conflicts that a decision closed, and under which version
CREATE INDEX history_by_change_set ON history (change_set, id) WHERE change_set IS NOT NULL;
`;
