import { expect, test } from 'vitest';
import { findPage } from '../../../src/main/page.ts';

const built = 'app://bundle/index.html';

test.each([
  ['no dev server', undefined, false, built],
  ['a packaged app, whatever the environment says', 'http://localhost:5173', true, built],
  ['a dev server', 'http://localhost:5173', false, 'http://localhost:5173/'],
  ['a dev server elsewhere', 'http://evil.example:5173', false, built],
  ['a dev server that is no URL', 'localhost', false, built],
])('with %s the page is the right one', (_what, devServer, isPackaged, url) => {
  expect(findPage(devServer, isPackaged).url).toBe(url);
});

test('the built page goes nowhere; the dev server’s reloads itself', () => {
  expect(findPage(undefined, false).mayNavigate(built)).toBe(false);
  const { mayNavigate, origin } = findPage('http://localhost:5173', false);
  expect(origin).toBe('http://localhost:5173');
  expect(mayNavigate('http://localhost:5173/')).toBe(true);
  expect(mayNavigate('http://localhost:5173.evil.example/')).toBe(false);
  expect(mayNavigate('nonsense')).toBe(false);
});
