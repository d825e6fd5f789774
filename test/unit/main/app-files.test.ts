import { describe, expect, test } from 'vitest';
import { findAppFile, mapAppFiles } from '../../../src/main/app-files.ts';

const files = mapAppFiles('/app/out/renderer', [
  'index.html',
  'assets/app.js',
  'assets/app.css',
  'notes.map',
  '.env',
]);

describe('the app’s own scheme', () => {
  test('serves the files that were built, and only those of a known type', () => {
    expect([...files.keys()]).toEqual(['/index.html', '/assets/app.js', '/assets/app.css']);
  });

  test('knows the page from its files', () => {
    expect(findAppFile(files, 'GET', 'app://bundle/index.html')).toEqual({
      path: '/app/out/renderer/index.html',
      contentType: 'text/html; charset=utf-8',
      isPage: true,
    });
    expect(findAppFile(files, 'GET', 'app://bundle/assets/app.js?v=1#x')).toMatchObject({
      contentType: 'text/javascript; charset=utf-8',
      isPage: false,
    });
  });

  test.each(['POST', 'HEAD', 'OPTIONS', 'get'])('answers %s with 405', (method) => {
    expect(findAppFile(files, method, 'app://bundle/index.html')).toEqual({ status: 405 });
  });

  test.each([
    'app://bundle/',
    'app://bundle/../../etc/passwd',
    'app://bundle/%2e%2e/%2e%2e/etc/passwd',
    'app://bundle/..%5c..%5cetc%5cpasswd',
    'app://bundle//etc/passwd',
    'app://bundle/assets/..%2f..%2f..%2fetc%2fpasswd',
    'app://bundle/index.html%00.js',
    'app://bundle/INDEX.HTML',
    'app://bundle/.env',
    'app://bundle/notes.map',
    'app://bundle/assets',
    'app://other/index.html',
    'app://bundle.evil/index.html',
    'app://bundle:80/index.html',
    'app://user@bundle/index.html',
    'https://bundle/index.html',
    `app://bundle/${'a/'.repeat(5000)}`,
  ])('does not know %s', (url) => {
    expect(findAppFile(files, 'GET', url)).toEqual({ status: 404 });
  });

  test('answers what is no URL with 400', () => {
    expect(findAppFile(files, 'GET', 'app//bundle')).toEqual({ status: 400 });
  });
});
