/** What the sync remembers of a resource gets the resource into its name: there are two of them now. */
export const resourceStates = `
UPDATE sync_state SET name = 'key_accounts.' || name WHERE name IN
  ('cursor', 'ack_epoch', 'last_complete_pull_at', 'vanished', 'vanished_believed', 'traits', 'rewound');
`;
