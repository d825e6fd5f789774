/** The heads of those columns of a table that are not fields of a record. */
export const tableColumns = {
  id: 'Record ID',
  state: 'State',
  updated: 'Edited',
} as const;
