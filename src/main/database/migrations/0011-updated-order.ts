/**
 * The index of the last updates has the searched text, as the one of the names has: the list opens in this order, newest
 * first. Records of one moment stand by their names.
 */
export const updatedOrder = `
DROP INDEX records_by_updated;
CREATE INDEX records_by_updated ON records (resource, updated_ms DESC, search_text);
`;
