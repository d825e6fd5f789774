import { gzipSync } from 'node:zlib';
import type { Answer } from '../wire/message.ts';

export const JSON_API = 'application/vnd.api+json; charset=utf-8';

/** An answer in the service's own language that refuses with a status. */
export function refusal(status: number, code = 'told', headers: Record<string, string> = {}): Answer {
  const error = { status: String(status), code, title: 'is told', detail: 'The service tells so' };
  return {
    status,
    headers: { 'content-type': JSON_API, date: new Date().toUTCString(), ...headers },
    body: JSON.stringify({ errors: [error] }),
  };
}

/** A page for people instead of an answer for programs. */
export const page = (status: number, headers: Record<string, string> = {}): Answer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
  body: '<!doctype html><title>Hotel Wi-Fi</title><p>Accept the terms to go on.</p>',
});

/** The same answer with another body. */
export const withBody = (answer: Answer, body: Buffer | string): Answer => ({ ...answer, body });

/** The same answer with other headers; `undefined` takes one away. */
export const withHeaders = (
  answer: Answer,
  headers: Readonly<Record<string, string | undefined>>,
): Answer => ({
  ...answer,
  headers: Object.fromEntries(
    Object.entries({ ...answer.headers, ...headers }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  ),
});

/** The same answer with its JSON changed. */
export const withJson = (answer: Answer, change: (body: Document) => unknown): Answer =>
  withBody(answer, JSON.stringify(change(JSON.parse(answer.body.toString()) as Document)));

/** As much of the service's answers as faults change. */
export type Document = {
  data?: Item | Item[];
  meta?: Record<string, unknown>;
};
export type Item = { id: string; attributes: Record<string, unknown> };

/** The same answer, compressed. */
export const zipped = (answer: Answer): Answer =>
  withHeaders(withBody(answer, gzipSync(answer.body)), { 'content-encoding': 'gzip' });
