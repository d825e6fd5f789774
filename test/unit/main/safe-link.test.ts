import { describe, expect, test } from 'vitest';
import { safeLink } from '../../../src/main/safe-link.ts';

describe('a link of a record', () => {
  test.each([
    ['https://example.com', 'https://example.com/'],
    ['HTTPS://Example.com/A?b=c#d', 'https://example.com/A?b=c#d'],
    ['https://example.com/a b'.replace(' ', '%20'), 'https://example.com/a%20b'],
    ['https://xn--pple-43d.com/', 'https://xn--pple-43d.com/'],
    ['mailto:maryanna@example.com', 'mailto:maryanna@example.com'],
    ['tel:+43-1-234567', 'tel:+43-1-234567'],
  ])('%s is opened as %s', (text, link) => {
    expect(safeLink(text)).toBe(link);
  });

  test('with look-alike letters is opened in the form that shows them', () => {
    expect(safeLink('https://аpple.com/')).toBe('https://xn--pple-43d.com/');
  });

  test.each([
    'http://example.com/',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    'file://host/share/x.exe',
    '\\\\host\\share',
    'smb://host/share',
    'ms-msdt:/id PCWDiagnostic',
    'ms-officecmd:{}',
    'search-ms:query=x',
    'ftp://example.com/x',
    'app://bundle/index.html',
    'blob:https://example.com/1',
    'about:blank',
    'chrome://settings',
    'view-source:https://example.com',
    'https:example.com',
    'https:/example.com',
    'https:///example.com',
    'https:\\\\example.com',
    'https://user:secret@example.com/',
    'https://example.com@evil.example/',
    'https://exa\tmple.com/',
    ' https://example.com/',
    '\u0000https://example.com/',
    '\u0001javascript:alert(1)',
    'https://example.com/\u202Egpj.exe',
    'https://example.com/\u200Bx',
    'https://example.com/\r\nX: y',
    `https://example.com/${'a'.repeat(2000)}`,
    'https://',
    'mailto:',
    'mailto:a@b.example,c@d.example',
    'mailto:a@b.example?bcc=c@d.example',
    'mailto:a%0d%0aBcc:c@d.example',
    'tel:',
    'tel:*21*123%23',
    'tel:+1;ext=5',
    'example.com',
    '//example.com',
    '',
  ])('%j is refused', (text) => {
    expect(safeLink(text)).toBeUndefined();
  });
});
