/** What a person types before it is saved, so that an app that is killed in the middle of a word has lost nothing. */
export const drafts = `
CREATE TABLE drafts (
  resource TEXT NOT NULL,
  id       TEXT NOT NULL,                   -- the record; empty for one that is not made yet
  field    TEXT NOT NULL,
  value    TEXT NOT NULL,                   -- JSON: what was typed
  seen     TEXT NOT NULL,                   -- JSON: the value that stood there when the typing began
  at       TEXT NOT NULL,
  PRIMARY KEY (resource, id, field)
) STRICT, WITHOUT ROWID;
`;
