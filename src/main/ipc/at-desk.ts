import { OperationId, type RecordId } from '#shared/model/ids.ts';
import { resourceOf } from '#shared/resources/resources.ts';
import { fail, type Result } from '#shared/result.ts';
import { currentId } from '../database/aliases.ts';
import type { Desk } from '../desk.ts';

/** The desk that is open now, if one is. */
export type DeskNow = () => Desk | undefined;

/** Makes a handler that works at the open desk and fails with `not-connected` when there is none. */
export const atDesk =
  <In, Out>(deskNow: DeskNow, work: (desk: Desk, input: In) => Result<Out> | Promise<Result<Out>>) =>
  (input: In): Result<Out> | Promise<Result<Out>> => {
    const desk = deskNow();
    return desk ? work(desk, input) : fail({ code: 'not-connected' });
  };

/** The same for work on one record: the desk is that of the record's resource. */
export const atRecord = <In extends { readonly id?: RecordId | undefined }, Out>(
  deskNow: DeskNow,
  work: (desk: Desk, input: In) => Result<Out> | Promise<Result<Out>>,
): ((input: In) => Result<Out> | Promise<Result<Out>>) =>
  atDesk(deskNow, (desk, input) =>
    work(input.id === undefined ? desk : { ...desk, resource: resourceOf(input.id) }, input),
  );

/** This laptop's time, as it is stored. */
export const nowAt = ({ ports }: Desk): string => new Date(ports.clock.now()).toISOString();

/** The id that a record has now, for a screen that may still know it by the one that this laptop made. */
export const idAt = ({ db, resource }: Desk, id: RecordId): RecordId => currentId(db, resource, id);

/** An id for an act whose window did not give it one. */
export const newAct = ({ ports }: Desk): OperationId => OperationId.parse(ports.newId());
