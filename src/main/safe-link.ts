const MAX_LENGTH = 2000;

// Anything that a person would not see, or that a program could read as something else, refuses the link.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s\\]/u;
const HTTPS = /^https:\/\/[^/]/i;
const MAIL = /^mailto:[^@?&,;%]+@[^@?&,;%]+$/;
const PHONE = /^tel:\+?[\d().-]{2,40}$/;

/**
 * Gives the link as it may be handed to the system, or `undefined` when it may not: only `https:` without credentials,
 * `mailto:` to one address without further headers, and `tel:` with a number. What is handed on is the parsed URL
 * written out again, never the text that came in.
 */
export function safeLink(text: string): string | undefined {
  if (text.length > MAX_LENGTH || HIDDEN.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  switch (url.protocol) {
    case 'https:':
      return isPlainHttps(text, url) ? url.href : undefined;
    case 'mailto:':
      return MAIL.test(url.href) ? url.href : undefined;
    case 'tel:':
      return PHONE.test(url.href) ? url.href : undefined;
    default:
      return undefined;
  }
}

const isPlainHttps = (text: string, { username, password }: URL): boolean =>
  HTTPS.test(text) && username === '' && password === '';
