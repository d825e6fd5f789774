import { expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../../src/main/content-security-policy.ts';

test('the page runs the app’s own files only, fetches nothing, and makes no script out of text', () => {
  expect(contentSecurityPolicy('bm9uY2U=').split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'nonce-bm9uY2U='",
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
  ]);
});
