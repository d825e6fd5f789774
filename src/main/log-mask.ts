const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*/gu;
const BEARER = /\b(bearer\s+)[^\s"',}]+/giu;
const SECRET = /\b((?:token|authorization|password|cookie)["']?\s*[:=]\s*["']?)(?!bearer\b)[^\s"',}]+/giu;
const UUID = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{9}([0-9a-f]{3})\b/giu;
const QUERY = /(\b[a-z][a-z0-9+.-]*:\/\/[^\s"?#]*)[?#][^\s"]*/giu;
const CREDENTIALS = /(\b[a-z][a-z0-9+.-]*:\/\/)[^\s"/?#@]*@/giu;
const PHONE = /\+\d[\d ()/-]{6,}\d/gu;

/**
 * Takes out of a line of the log what could name a person or open a door: e-mail addresses, phone numbers, tokens,
 * the names, passwords and queries of URLs, all but the end of a UUID, and the home folder.
 */
export function maskText(text: string, home: string): string {
  const masked = text
    .replace(BEARER, '$1[hidden]')
    .replace(SECRET, '$1[hidden]')
    .replace(CREDENTIALS, '$1[hidden]@')
    .replace(QUERY, '$1?[hidden]')
    .replace(EMAIL, '[e-mail]')
    .replace(UUID, '[…$1]')
    .replace(PHONE, '[phone]');
  return home.length > 1 ? masked.replaceAll(home, '~') : masked;
}
