import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { maskText } from '../../../src/main/log-mask.ts';
import { openLog } from '../../../src/main/log.ts';
import { emptyFolder } from '../../support/folder.ts';

const HOME = '/home/maryanna';

test.each([
  ['an e-mail address', 'sent to m.becker@example.com now', 'sent to [e-mail] now'],
  ['an address with umlauts', 'aegir@österreich.example', '[e-mail]'],
  ['a bearer token', 'Authorization: Bearer tok_1234', 'Authorization: Bearer [hidden]'],
  ['a token in JSON', '{"token":"tok_1234","n":1}', '{"token":"[hidden]","n":1}'],
  ['nothing about a token that is only spoken of', 'the token cannot be read', 'the token cannot be read'],
  ['a UUID, but for its end', 'id 54ecd774-ac41-4026-a103-03893eedeb53', 'id […b53]'],
  [
    'the query of a URL',
    'GET https://x.example/a?filter=Becker#y failed',
    'GET https://x.example/a?[hidden] failed',
  ],
  [
    'the name and password of a URL',
    'GET https://me:secret@x.example/a failed',
    'GET https://[hidden]@x.example/a failed',
  ],
  ['a phone number', 'call +43 1 234 56 78 now', 'call [phone] now'],
  ['the home folder', 'at /home/maryanna/app/main.js:3', 'at ~/app/main.js:3'],
  ['nothing in a plain line', 'Round ended. {"took":94,"got":400}', 'Round ended. {"took":94,"got":400}'],
])('the log hides %s', (_what, text, masked) => {
  expect(maskText(text, HOME)).toBe(masked);
});

test('the log keeps five files of 5 MB, for this user only', () => {
  const folder = emptyFolder();
  const full = 'x'.repeat(5 * 1024 * 1024 + 1);
  for (const name of ['main.log', 'main.1.log', 'main.2.log', 'main.3.log', 'main.4.log']) {
    writeFileSync(join(folder, name), `${name} ${full}`);
  }
  openLog(folder, { echo: false }).info('A round ended.', { got: 1 });
  const names = readdirSync(folder).sort();
  expect(names).toEqual(['main.1.log', 'main.2.log', 'main.3.log', 'main.4.log', 'main.log']);
  expect(readFileSync(join(folder, 'main.log'), 'utf8')).toMatch(
    /^\d{4}-\S+Z info A round ended\. \{"got":1\}\n$/,
  );
  expect(readFileSync(join(folder, 'main.4.log'), 'utf8').slice(0, 10)).toBe('main.3.log');
  expect(statSync(join(folder, 'main.log')).mode & 0o777).toBe(0o600);
});
