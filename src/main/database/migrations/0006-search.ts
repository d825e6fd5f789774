/**
 * Search by trigrams, and a smaller index for every order of the list. The trigrams only narrow down: what they name is
 * held against `search_text`. They are written in steps, after the records: `unindexed` says for whom they are not true.
 * A record and its trigrams share their rowid, which `VACUUM INTO` keeps.
 */
export const search = `
CREATE VIRTUAL TABLE record_trigrams USING fts5(
  text, content = '', contentless_delete = 1, detail = none, tokenize = 'trigram case_sensitive 1'
);
CREATE TABLE unindexed (
  record INTEGER PRIMARY KEY                -- the rowid of a record that was written or deleted since
) STRICT;
INSERT INTO unindexed (record) SELECT rowid FROM records;
CREATE TRIGGER records_made AFTER INSERT ON records BEGIN
  INSERT INTO unindexed (record) SELECT new.rowid WHERE new.rowid NOT IN unindexed;
END;
CREATE TRIGGER records_changed AFTER UPDATE OF search_text ON records WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO unindexed (record) SELECT new.rowid WHERE new.rowid NOT IN unindexed;
END;
CREATE TRIGGER records_deleted AFTER DELETE ON records BEGIN
  INSERT INTO unindexed (record) SELECT old.rowid WHERE old.rowid NOT IN unindexed;
END;

DROP INDEX records_by_name;
DROP INDEX records_by_updated;
DROP INDEX records_by_email;
DROP INDEX records_by_remote_id;
CREATE INDEX records_by_name ON records (resource, label);
CREATE INDEX records_by_first_name ON records (resource, trim(coalesce(local ->> '$.first_name', '')) = '', search_text);
CREATE INDEX records_by_last_name ON records (resource, trim(coalesce(local ->> '$.last_name', '')) = '',
  substr(search_text, iif(local ->> '$.first_name' IS NULL, 1, instr(search_text, char(10)) + 1)));
CREATE INDEX records_by_email ON records (resource, coalesce(nullif(lower(local ->> '$.email'), ''), char(1114111)));
CREATE INDEX records_by_remote_id ON records (resource,
  coalesce(nullif(lower(local ->> '$.remote_id'), ''), char(1114111)));
CREATE INDEX records_by_primary ON records (resource, local ->> '$.primary' IS NOT 1);
CREATE INDEX records_by_last_download ON records (resource,
  coalesce(nullif(lower(local ->> '$.last_download'), ''), char(1114111)));
CREATE INDEX records_by_urgency ON records (resource,
  CASE state WHEN 'conflict' THEN 0 WHEN 'needs-attention' THEN 1 WHEN 'missing' THEN 2 WHEN 'clean' THEN 4 ELSE 3 END);
CREATE INDEX records_by_updated ON records (resource, updated_ms);
CREATE INDEX records_by_created ON records (resource, coalesce(base_raw ->> '$.created_at', created_at));
`;
