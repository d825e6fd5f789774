/** Lists that a person named, to come back to them; what they search for may be the name of somebody. */
export const savedViews = `
CREATE TABLE saved_views (
  resource TEXT NOT NULL,
  view     TEXT NOT NULL,                   -- a UUID
  place    INTEGER NOT NULL,                -- the order in which they are offered
  name     TEXT NOT NULL,
  terms    TEXT NOT NULL,                   -- JSON: search, filters, since when, order, columns
  PRIMARY KEY (resource, view)
) STRICT, WITHOUT ROWID;
`;
