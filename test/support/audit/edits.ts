import type { FieldValue } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Act, Theirs } from './acts.ts';
import type { Audited } from './audit.ts';
import type { CopyView } from './copy-view.ts';
import { at, isSame } from './service-view.ts';

/** Where a value that a person wanted can be. */
export type Place = 'outbox' | 'attempt' | 'conflict' | 'server' | 'displaced';

type Wanted = { readonly id: RecordId; readonly field: string; readonly value: FieldValue };

/** I1 and I3: every acknowledged act is in the history once, and what it wanted is somewhere. */
export function findLost(audited: Audited): string[] {
  const { copy, acts } = audited;
  const kept = acts.filter(({ isAcknowledged }) => isAcknowledged);
  const untold = kept.filter((act) => act.kind !== 'decision' && timesTold(copy, act) !== 1);
  return [
    ...untold.map(
      (act) => `I3: an acknowledged ${act.kind} stands ${String(timesTold(copy, act))} times in the history`,
    ),
    ...lastWishes(audited)
      .filter((wanted) => placesOf(audited, wanted).length === 0)
      .map(({ id, field, value }) => `I1: ${field} ${String(value)} of ${id} is lost`),
  ];
}

const timesTold = ({ history }: CopyView, { operation }: Act): number =>
  history.filter((line) => line.operation === operation).length;

/** What a person wanted last of each field; an act without an answer counts where it was kept all the same. */
export function lastWishes({ copy, acts }: Pick<Audited, 'copy' | 'acts'>): Wanted[] {
  const wishes = new Map<string, Wanted>();
  for (const act of acts) {
    if (!act.isAcknowledged && timesTold(copy, act) === 0) continue;
    for (const [field, value] of Object.entries(act.values)) {
      wishes.set(`${act.id} ${field}`, { id: act.id, field, value });
    }
  }
  return [...wishes.values()];
}

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
export function findOverwritten(audited: Audited): string[] {
  const { service, theirs } = audited;
  return theirs
    .filter((edit, index) => {
      const stored = service.records.get(edit.id);
      if (!stored || isSame(at(stored.values, edit.field), edit.value)) return false;
      const isReplacedByColleague = theirs
        .slice(index + 1)
        .some(
          ({ id, field, displaced }) =>
            id === edit.id && field === edit.field && isSame(displaced, edit.value),
        );
      return !isReplacedByColleague && !wasSeen(audited.copy, edit);
    })
    .map(({ id, field, value }) => `I4: ${field} ${String(value)} of ${id} was overwritten unseen`);
}

/** Whether the laptop had shown a colleague's value: its history has a line with it. */
const wasSeen = ({ history }: CopyView, { id, field, value }: Theirs): boolean =>
  history.some(
    (line) =>
      line.id === id &&
      line.kind !== 'sent' &&
      line.changes.some(
        (change) => change.field === field && (isSame(change.after, value) || isSame(change.before, value)),
      ),
  );
