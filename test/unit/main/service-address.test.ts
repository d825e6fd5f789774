import { describe, expect, test } from 'vitest';
import { fail, succeed } from '#shared/result.ts';
import { hostOf, normaliseAddress } from '../../../src/main/service-address.ts';

describe('the address of a service', () => {
  test.each([
    ['https://api.example.com', 'https://api.example.com'],
    ['  https://API.Example.com/  ', 'https://api.example.com'],
    ['https://api.example.com:443/api/v2?x=1#y', 'https://api.example.com'],
    ['https://api.example.com:8443', 'https://api.example.com:8443'],
    ['api.example.com', 'https://api.example.com'],
    ['api.example.com:8443/api', 'https://api.example.com:8443'],
    ['http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
    ['http://localhost:4010/', 'http://localhost:4010'],
    ['http://[::1]:4010', 'http://[::1]:4010'],
    ['https://österreich.example', 'https://xn--sterreich-z7a.example'],
  ])('reads %s as %s', (entered, address) => {
    expect(normaliseAddress(entered)).toEqual(succeed(address));
  });

  test.each([
    ['http://api.example.com', 'not-https'],
    ['http://127.0.0.1.example.com', 'not-https'],
    ['http://localhost.example.com', 'not-https'],
    ['http://0.0.0.0:4010', 'not-https'],
    ['https://user:secret@api.example.com', 'credentials'],
    ['https://user@api.example.com', 'credentials'],
    ['http://user@localhost', 'credentials'],
    ['', 'not-a-url'],
    ['   ', 'not-a-url'],
    ['https://', 'not-a-url'],
    ['two words', 'not-a-url'],
    ['ftp://api.example.com', 'not-a-url'],
    ['file:///etc/passwd', 'not-a-url'],
    ['app://bundle', 'not-a-url'],
  ])('refuses %s: %s', (entered, reason) => {
    expect(normaliseAddress(entered)).toEqual(fail({ code: 'address-refused', reason }));
  });

  test('is named by its host and port', () => {
    expect(hostOf('https://api.example.com:8443')).toBe('api.example.com:8443');
  });
});
