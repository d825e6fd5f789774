/** Which part of a request a refusal is about. */
export type Source =
  { readonly pointer: string } | { readonly parameter: string } | { readonly header: string };

/** An answer that says no, before it is put into a document: clients switch on `status` and `code`, never on text. */
export type Refusal = {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly source?: Source;
  readonly meta?: Readonly<Record<string, unknown>>;
};

/** Refuses a request without a token, or with one this service did not give out. */
export const signedOut: Refusal = {
  status: 401,
  code: 'unauthorized',
  title: 'Not signed in',
  detail: 'Send "Authorization: Bearer <token>" with a token of this service.',
};

/** Refuses the record of another team. */
export const forbidden: Refusal = {
  status: 403,
  code: 'forbidden',
  title: 'Not yours',
  detail: 'This Key Account belongs to another team.',
};

/** Refuses an id that no record has. */
export const notFound: Refusal = {
  status: 404,
  code: 'not_found',
  title: 'Not found',
  detail: 'There is no Key Account with this id.',
};

/** Refuses a path, or a method of a path, that the service does not have. */
export const noSuchRoute: Refusal = {
  status: 404,
  code: 'no_such_route',
  title: 'Not found',
  detail: 'The service has nothing at this path with this method.',
};

/** Refuses a record that is known to have been deleted. */
export const gone = (deletedAt: string): Refusal => ({
  status: 410,
  code: 'gone',
  title: 'Deleted',
  detail: `This Key Account was deleted at ${deletedAt}.`,
  meta: { deleted_at: deletedAt },
});

/** Refuses a cursor from which the service can no longer tell every change: the client has to list everything. */
export const cursorExpired: Refusal = {
  status: 410,
  code: 'cursor_expired',
  title: 'Cursor expired',
  detail: 'The service no longer knows every change since this cursor. List all records again.',
  source: { parameter: 'filter[since]' },
};

/** Refuses a request that does not have the form the contract asks for. */
export const malformed = (code: string, detail: string, source?: Source): Refusal => ({
  status: 400,
  code,
  title: 'Malformed request',
  detail,
  ...(source && { source }),
});

/** Refuses a body whose media type is not the contract's. */
export const unsupportedMediaType = (read: readonly string[]): Refusal => ({
  status: 415,
  code: 'unsupported_media_type',
  title: 'Unsupported media type',
  detail: `Send ${read.join(' or ')}.`,
  source: { header: 'Content-Type' },
});

/** Refuses a client that cannot read the contract's media type. */
export const notAcceptable = (answered: string): Refusal => ({
  status: 406,
  code: 'not_acceptable',
  title: 'Not acceptable',
  detail: `The service answers with ${answered}.`,
  source: { header: 'Accept' },
});

/** Refuses a body larger than the service reads. */
export const tooLarge: Refusal = {
  status: 413,
  code: 'payload_too_large',
  title: 'Payload too large',
  detail: 'The body is larger than one record can be.',
};

/** Answers for a bug of the service; the request id is what a support person looks for in the log. */
export const unexpected = (requestId: string): Refusal => ({
  status: 500,
  code: 'unexpected',
  title: 'Unexpected failure',
  detail: `The service failed. Its log has more under ${requestId}.`,
});
