/**
 * The index of the names has the searched text: a search that many records answer is met along the order of the list,
 * without a look at the records themselves. Records of one name stand by the rest of it.
 */
export const nameOrder = `
DROP INDEX records_by_name;
CREATE INDEX records_by_name ON records (resource, label, search_text);
`;
