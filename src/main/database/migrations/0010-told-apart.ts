/** Pairs of records that look alike and are, as a person said, not the same; each stands in both directions. */
export const toldApart = `
CREATE TABLE told_apart (
  resource TEXT NOT NULL,
  id       TEXT NOT NULL,
  other    TEXT NOT NULL,
  PRIMARY KEY (resource, id, other)
) STRICT, WITHOUT ROWID;
`;
