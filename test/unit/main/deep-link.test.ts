import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openDeepLinks, recordOfLink } from '../../../src/main/deep-link.ts';

const ID = '3b1f8c52-7d4e-4a6b-9c0d-1e2f3a4b5c6d';
const LINK = `keyaccounts://record/${ID}`;

function linksWithLog(): { links: ReturnType<typeof openDeepLinks>; told: () => number; lines: unknown[] } {
  const lines: unknown[] = [];
  let told = 0;
  const write = (...line: unknown[]): void => void lines.push(line);
  const log = { debug: write, info: write, warn: write, error: write };
  const links = openDeepLinks({
    log,
    onLink: () => {
      told += 1;
    },
  });
  return { links, told: () => told, lines };
}

/** Links that must not be followed. */
const hostile = [
  '',
  'keyaccounts:',
  'keyaccounts://record/',
  'keyaccounts://record/../../x',
  `keyaccounts://record/../record/${ID}`,
  `keyaccounts://record/${ID}/`,
  `keyaccounts://record/${ID}/delete`,
  `keyaccounts://record/${ID}?act=discard-mine`,
  `keyaccounts://record/${ID}#edit`,
  `keyaccounts://record/${ID}\n`,
  `keyaccounts://record/${ID}\0`,
  ` ${LINK}`,
  `keyaccounts://record/%33b1f8c52-7d4e-4a6b-9c0d-1e2f3a4b5c6d`,
  `keyaccounts://record/%2e%2e/${ID}`,
  `keyaccounts://user:pass@record/${ID}`,
  `keyaccounts://record:80/${ID}`,
  `keyaccounts://settings/${ID}`,
  `keyaccounts:/record/${ID}`,
  `\u212Aeyaccounts://record/${ID}`,
  `https://record/${ID}`,
  `javascript:alert(1)//${LINK}`,
  `--gpu-launcher=${LINK}`,
  `keyaccounts://record/${'3'.repeat(1_000_000)}`,
  LINK + LINK,
];

test('a link names a record, whatever its capitals', () => {
  expect(recordOfLink(LINK)).toBe(ID);
  expect(recordOfLink(LINK.toUpperCase())).toBe(ID);
});

test.each(hostile.map((link) => [link.slice(0, 80), link]))('%j names nothing', (_shown, link) => {
  expect(recordOfLink(link)).toBeUndefined();
});

test('whatever a text is, it names a UUID or nothing', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.string().map((end) => `${LINK}${end}`),
      ),
      (text) => {
        const id = recordOfLink(text);
        expect(id === undefined || text.toLowerCase() === `keyaccounts://record/${id}`).toBe(true);
      },
    ),
  );
});

test('a link waits until it is taken, once', () => {
  const { links, told } = linksWithLog();
  links.receiveArguments(['/usr/bin/key-accounts', '--flag', LINK]);
  expect(told()).toBe(1);
  expect(links.take()).toBe(ID);
  expect(links.take()).toBeUndefined();
});

test('a refused link tells nobody, and the log says nothing of what it says', () => {
  const { links, told, lines } = linksWithLog();
  links.receive(`${LINK}?secret=hunter2`);
  links.receiveArguments([LINK, LINK]);
  expect(told()).toBe(0);
  expect(links.take()).toBeUndefined();
  expect(lines).toEqual([['a link was refused'], ['a link was refused']]);
});
