/** How many records there are, kept with every one that comes or goes: to count 100,000 takes too long to do it often. */
export const recordTotals = `
CREATE TABLE record_totals (
  resource TEXT PRIMARY KEY,
  records  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO record_totals (resource, records) SELECT resource, count(*) FROM records GROUP BY resource;
CREATE TRIGGER records_counted AFTER INSERT ON records BEGIN
  INSERT INTO record_totals (resource, records) VALUES (new.resource, 1)
    ON CONFLICT (resource) DO UPDATE SET records = records + 1;
END;
CREATE TRIGGER records_uncounted AFTER DELETE ON records BEGIN
  UPDATE record_totals SET records = records - 1 WHERE resource = old.resource;
END;
`;
