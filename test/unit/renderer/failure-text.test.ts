import { describe, expect, test } from 'vitest';
import type { Failure } from '#shared/failure.ts';
import { ServiceFailureKind } from '#shared/service-failure.ts';
import { failureActionLabel, failureText, serverSentences } from '../../../src/renderer/ui/failure-text.ts';

const service = ServiceFailureKind.options.map((kind): Failure => ({
  code: 'service',
  failure: { kind, detail: 'ECONNREFUSED', status: 503, requestId: 'r-1' },
}));

const plain: readonly Failure[] = [
  { code: 'invalid-input', issues: ['value: too long'] },
  { code: 'not-connected' },
  { code: 'managed' },
  { code: 'not-found', id: 'a' },
  { code: 'stale-decision', id: 'a' },
  { code: 'not-decided', fields: ['email', 'primary'] },
  { code: 'changed-meanwhile', fields: ['last_name'] },
  { code: 'changed-meanwhile', fields: [] },
  { code: 'which-account', records: 12, unsent: 3 },
  { code: 'address-refused', reason: 'not-a-url' },
  { code: 'address-refused', reason: 'not-https' },
  { code: 'address-refused', reason: 'credentials' },
  { code: 'link-refused', url: 'javascript:1' },
  { code: 'unsent-work', count: 3 },
  { code: 'storage', reason: 'full' },
  { code: 'storage', reason: 'busy' },
  { code: 'storage', reason: 'read-only' },
  { code: 'storage', reason: 'corrupt' },
  { code: 'storage', reason: 'unknown' },
  { code: 'unexpected', reference: 'x-1' },
];

const name = (failure: Failure): string =>
  failure.code === 'service' ? failure.failure.kind : JSON.stringify(failure);

// What the wire calls things; none of it belongs before a person.
const WIRE =
  /\b(HTTP|JSON|API|PUT|POST|GET|URL|UUID|token mismatch|precondition|Conflict|Timeout|status|cursor)\b/u;

describe.each([...service, ...plain].map((failure) => [name(failure), failure] as const))(
  '%s',
  (_name, failure) => {
    const text = failureText(failure, 3);

    test('says what happened in at most twenty words', () => {
      expect(text.happened).toMatch(/^\p{Lu}.*\.$/u);
      expect(text.happened.split(/\s+/u).length).toBeLessThanOrEqual(20);
    });

    test('says what is kept, with the count', () => {
      expect(text.kept).toBe('Your 3 changes are kept on this laptop.');
    });

    test('says what happens next, and has one main action', () => {
      expect(text.next).toMatch(/\.$/u);
      expect(failureActionLabel(text.action)).not.toBe('');
      expect(text.details).not.toBe('');
    });

    test('speaks plainly', () => {
      expect(`${text.happened} ${text.next}`).not.toMatch(WIRE);
    });
  },
);

test('the words fit how much is kept', () => {
  const kept = (count: number | undefined): string => failureText({ code: 'not-connected' }, count).kept;
  expect(kept(1)).toBe('Your 1 change is kept on this laptop.');
  expect(kept(0)).toBe('Everything you saved is on this laptop.');
  expect(kept(undefined)).toBe('Nothing was changed on this laptop.');
});

test('a trial of a connection does not promise to be tried again', () => {
  for (const failure of service) {
    expect(failureText(failure, undefined).next).not.toMatch(/by itself|you can go on working/u);
  }
});

test('the server’s own sentences are quoted apart', () => {
  const failure: Failure = {
    code: 'service',
    failure: {
      kind: 'refused',
      detail: '422',
      sentences: [{ sentence: 'Email is too long.', field: 'email' }],
    },
  };
  expect(serverSentences(failure)).toEqual(['Email is too long.']);
  expect(serverSentences({ code: 'not-connected' })).toEqual([]);
});
