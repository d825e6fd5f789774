import type { FastifyRequest } from 'fastify';
import type { Mode } from '../mode.ts';
import type { Refusal } from '../refusal.ts';
import { errorDocument } from './error-document.ts';
import { JSON_API, PLAIN_JSON, PROBLEM_JSON } from './media-type.ts';
import { problemDocument } from './problem-document.ts';

/** How a resource speaks: the media types of its bodies and answers, and the document in which it says no. */
export type Dialect = {
  /** The media types of bodies that are read. */
  readonly reads: readonly string[];
  /** The media type of answers. */
  readonly answers: string;
  /** The media type of refusals. */
  readonly refuses: string;
  /** Puts refusals of one status into a document; the request is absent where what came was no HTTP. */
  readonly document: (refusals: readonly Refusal[], request?: Pick<FastifyRequest, 'id' | 'url'>) => unknown;
};

/** The way of Key Accounts: JSON:API, for success and failure alike. */
export const jsonApi = (mode: Mode): Dialect => ({
  reads: [JSON_API, PLAIN_JSON],
  answers: JSON_API,
  refuses: JSON_API,
  document: (refusals) => errorDocument(refusals, mode),
});

/** The way of Marketplace Accounts: plain JSON, and problem details (RFC 9457) where it says no. */
export const problemJson: Dialect = {
  reads: [PLAIN_JSON],
  answers: PLAIN_JSON,
  refuses: PROBLEM_JSON,
  document: problemDocument,
};
