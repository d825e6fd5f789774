import { fail, succeed } from '#shared/result.ts';
import { access } from './access.ts';
import { lookUp } from './look-up.ts';
import type { Context, Outcome } from '../context.ts';
import { toResource } from './wire.ts';
import type { OneDocument } from './wire.ts';

/** Answers one record of a team. */
export function readOne(context: Context, team: string, id: string): Outcome<OneDocument> {
  const found = access(
    context.store.reading(() => lookUp(context, id)),
    team,
  );
  return found.ok ? succeed({ data: toResource(found.value, context.mode) }) : fail(found.failure);
}
