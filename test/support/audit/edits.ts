import type { FieldValue } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Act } from './acts.ts';
import type { Audited } from './audit.ts';
import type { CopyView } from './copy-view.ts';
import { at, isSame } from './service-view.ts';

/** Where a value that a person wanted can be. */
export type Place = 'outbox' | 'attempt' | 'conflict' | 'server' | 'displaced';

type Wanted = { readonly id: RecordId; readonly field: string; readonly value: FieldValue };

/** I1 and I3: every acknowledged act is in the history once, and what it wanted is somewhere. */
export function findLost(audited: Audited): string[] {
  const { copy, acts } = audited;
  const told = timesTold(copy);
  const kept = acts.filter(({ isAcknowledged, kind }) => isAcknowledged && kind !== 'decision');
  const untold = kept.filter(({ operation }) => told.get(operation) !== 1);
  return [
    ...untold.map(
      ({ kind, operation }) =>
        `I3: an acknowledged ${kind} stands ${String(told.get(operation) ?? 0)} times in the history`,
    ),
    ...lastWishes(audited)
      .filter((wanted) => placesOf(audited, wanted).length === 0)
      .map(({ id, field, value }) => `I1: ${field} ${String(value)} of ${id} is lost`),
  ];
}

/** The name of what an act that changes many records did to one of them. */
export const partOf = (act: string, id: RecordId): string => `${act} ${id}`;

/** How often each act, and each part of one, stands in the history. */
function timesTold({ history }: CopyView): ReadonlyMap<string, number> {
  const told = new Map<string, number>();
  for (const { id, operation, changeSet } of history) {
    const names = [operation, changeSet === null ? null : partOf(changeSet, id)];
    for (const name of names) if (name !== null) told.set(name, (told.get(name) ?? 0) + 1);
  }
  return told;
}

/** What a person wanted last of each field; an act without an answer counts where it was kept all the same. */
export function lastWishes({ copy, acts }: Pick<Audited, 'copy' | 'acts'>): Wanted[] {
  const told = timesTold(copy);
  const wishes = new Map<string, Wanted>();
  for (const act of acts) {
    if (!act.isAcknowledged && !told.has(act.operation) && !isDecided(copy, act)) continue;
    for (const [field, value] of Object.entries(act.values)) {
      wishes.set(`${act.id} ${field}`, { id: act.id, field, value });
    }
  }
  return [...wishes.values()];
}

/** Whether a decision without an answer was kept: its line in the history has what it came to, and no number of the act. */
const isDecided = ({ history }: CopyView, { kind, id, values }: Act): boolean =>
  kind === 'decision' &&
  history.some(
    (line) =>
      line.kind === 'decision' &&
      line.id === id &&
      line.changes.some(({ field, after }) => field in values && isSame(after, at(values, field))),
  );

/** Every place where a wanted value is. */
export function placesOf({ copy, service, theirs }: Audited, { id, field, value }: Wanted): Place[] {
  const record = copy.records.get(id);
  const isHere = record !== undefined && isSame(at(record.local, field), value);
  const isUnsent = isHere && (record.base === undefined || !isSame(at(record.base, field), value));
  const stored = service.records.get(id);
  const places: readonly (readonly [Place, boolean])[] = [
    ['conflict', isHere && copy.conflicts.some((open) => open.id === id && open.field === field)],
    ['outbox', isUnsent && copy.outbox.has(id)],
    [
      'attempt',
      copy.attempts.some(
        (sent) => sent.id === id && sent.outcome !== 'checked' && isSame(sent.payload[field], value),
      ),
    ],
    ['server', stored !== undefined && isSame(at(stored.values, field), value)],
    [
      'displaced',
      theirs.some((edit) => edit.id === id && edit.field === field && isSame(edit.displaced, value)),
    ],
  ];
  return places.filter(([, isThere]) => isThere).map(([place]) => place);
}

/** I4: what a colleague wrote is on the service, or a later colleague or somebody who had seen it replaced it. */
export function findOverwritten({ copy, service, theirs }: Audited): string[] {
  const missed = theirs.filter(({ id, field, value }, index) => {
    const stored = service.records.get(id);
    if (!stored || isSame(at(stored.values, field), value)) return false;
    const next = theirs.slice(index + 1).find((later) => later.id === id && later.field === field);
    return next === undefined || !isSame(next.displaced, value);
  });
  const seen = missed.length > 0 ? shownValues(copy) : new Set<string>();
  return missed
    .filter(({ id, field, value }) => !seen.has(keyOf(id, field, value)))
    .map(({ id, field, value }) => `I4: ${field} ${String(value)} of ${id} was overwritten unseen`);
}

/** Every value of the service's that the laptop had shown: its history has a line with it. */
const shownValues = ({ history }: CopyView): ReadonlySet<string> =>
  new Set(
    history
      .filter(({ kind }) => kind !== 'sent')
      .flatMap(({ id, changes }) =>
        changes.flatMap(({ field, before, after }) => [keyOf(id, field, before), keyOf(id, field, after)]),
      ),
  );

const keyOf = (id: RecordId, field: string, value: FieldValue): string =>
  `${id} ${field} ${String(value ?? '')}`;
