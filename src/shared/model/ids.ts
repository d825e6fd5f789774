import { z } from 'zod';

/** The id of a record, made by the client or the service: a UUID for Key Accounts. */
export const RecordId = z.string().min(1).max(64).brand<'RecordId'>();
export type RecordId = z.infer<typeof RecordId>;

/** A version token exactly as the service sent it: compared for equality only, echoed byte for byte. */
export const Token = z.string().min(1).max(64).brand<'Token'>();
export type Token = z.infer<typeof Token>;

/** Names one act of a person, so that the same act told twice is done once: a UUID. */
export const OperationId = z.uuid().brand<'OperationId'>();
export type OperationId = z.infer<typeof OperationId>;
