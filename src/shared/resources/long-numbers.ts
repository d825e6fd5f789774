// A quote inside a JSON string is escaped, so a quote without a backslash before it opens or closes one, and only a
// whole key can stand between two of them before a colon.
const LONG_REMOTE_ID = /(?<!\\)("remote_id"\s*:\s*)(-?\d{16,})(?=\s*[,}])/g;

/**
 * Puts a long whole number sent as `remote_id` into quotes, so that reading the JSON does not round it: the GUID is
 * kept to the last digit, whether it came as a number or as a string.
 */
export const keepLongNumbers = (json: string): string => json.replaceAll(LONG_REMOTE_ID, '$1"$2"');
