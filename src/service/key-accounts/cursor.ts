/** A place in the sequence of changes of one store. */
export type Place = { readonly epoch: string; readonly seq: number };

const PLACE = /^1:(?<epoch>[^:]+):(?<seq>\d{1,15})$/;

/** Writes a place as a cursor: text that means nothing to a client. */
export const writeCursor = ({ epoch, seq }: Place): string =>
  Buffer.from(`1:${epoch}:${String(seq)}`).toString('base64url');

/** Reads a cursor; `undefined` when this service never wrote it. */
export function readCursor(cursor: string): Place | undefined {
  const groups = PLACE.exec(Buffer.from(cursor, 'base64url').toString('utf8'))?.groups;
  const epoch = groups?.['epoch'];
  return epoch === undefined ? undefined : { epoch, seq: Number(groups?.['seq']) };
}
