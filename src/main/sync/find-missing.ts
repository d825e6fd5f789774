// Step 4 of docs/sync.md: Missing.
import type { RecordId } from '#shared/model/ids.ts';
import type { ServiceFailure } from '#shared/service-failure.ts';
import { countKnown, ENOUGH, listAbsent, markMissing } from '../database/absences.ts';
import { addHistory } from '../database/history.ts';
import { settleState } from '../database/settle-record.ts';
import { readResourceState, writeResourceState } from '../database/sync-state.ts';
import { applyRemote } from './apply-remote.ts';
import { nowOf, sightingOf, type RoundContext } from './round-context.ts';
import { stopsRound } from './stops-round.ts';

const MOST_AT_ONCE = 20;
const MOST_SHARE = 0.05;
/** Under this number a share means nothing: one of ten records is ten per cent. */
const FEWEST_FOR_SHARE = 3;

/**
 * Finds the records that the service no longer has: absent from two complete lists, or named by the delta, and gone
 * when asked for. When many vanish at once nothing is believed: the number is kept for a person to judge.
 */
export async function findMissing(context: RoundContext): Promise<ServiceFailure | undefined> {
  const { db, resource, ports } = context;
  const suspects = listAbsent(db, resource, ENOUGH);
  const isTooMany = suspects.length > 0 && isMoreThanBelieved(suspects.length, countKnown(db, resource));
  const isAsked = isTooMany && readResourceState(db, resource, 'vanished_believed') !== true;
  writeResourceState(db, resource, 'vanished', isAsked ? suspects.length : undefined);
  if (isAsked) {
    ports.log.warn('Many records vanished at once; none is taken as missing.', { records: suspects.length });
    return undefined;
  }
  for (const id of suspects) {
    const failure = await confirm(context, id);
    if (failure && stopsRound(failure)) return failure;
  }
  // A person's word is about those that had vanished when it was given.
  writeResourceState(db, resource, 'vanished_believed', undefined);
  return undefined;
}

const isMoreThanBelieved = (vanished: number, known: number): boolean =>
  vanished > MOST_AT_ONCE || (vanished >= FEWEST_FOR_SHARE && vanished > known * MOST_SHARE);

async function confirm(context: RoundContext, id: RecordId): Promise<ServiceFailure | undefined> {
  const { db, resource, remote, signal } = context;
  const answer = await remote.get(id, signal);
  if (answer.ok) {
    db.transaction(() => applyRemote(db, resource, sightingOf(context, answer)));
    context.onChanged([id]);
    return undefined;
  }
  if (answer.failure.kind !== 'gone') return answer.failure;
  takeAsMissing(context, id);
  return undefined;
}

/**
 * Whether one record that is gone may be taken as missing: not while many vanished and nobody has judged that yet, nor
 * while the last list lacked as many.
 */
export const isBelievable = ({ db, resource }: RoundContext): boolean =>
  readResourceState(db, resource, 'vanished') === undefined &&
  !isMoreThanBelieved(listAbsent(db, resource, 1).length, countKnown(db, resource));

/** Takes a record as no longer on the service: nothing of it is removed, and nothing of it is sent. */
export function takeAsMissing(context: RoundContext, id: RecordId): void {
  const { db, resource } = context;
  db.transaction(() => {
    markMissing(db, resource, id);
    settleState(db, resource, id);
    addHistory(db, resource, { id, at: nowOf(context), kind: 'missing', changes: [] });
  });
  context.onChanged([id]);
}
