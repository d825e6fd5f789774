/**
 * There is more than one resource: what the sync remembers of one gets its name, an act may be on records of several, and
 * all merges are listed together.
 */
export const resourceStates = `
UPDATE sync_state SET name = 'key_accounts.' || name WHERE name IN
  ('cursor', 'ack_epoch', 'last_complete_pull_at', 'vanished', 'vanished_believed', 'traits', 'rewound');
ALTER TABLE change_sets DROP COLUMN resource;
DROP INDEX history_of_merges;
CREATE INDEX history_of_merges ON history (entry) WHERE kind = 'merge';
`;
