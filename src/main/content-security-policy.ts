const directives = (nonce: string): readonly string[] => [
  "default-src 'none'",
  "script-src 'self'",
  // Mantine writes its theme into style elements, which carry the nonce; React sets style attributes.
  `style-src 'self' 'nonce-${nonce}'`,
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
];

/** The Content-Security-Policy of one load of the page: the window fetches nothing and runs the app's files only. */
export const contentSecurityPolicy = (nonce: string): string => directives(nonce).join('; ');
