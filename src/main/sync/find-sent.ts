// Step 5 of docs/sync.md: Push, a creation whose answer was lost on a service that may give its own ids.
import type { RecordId } from '#shared/model/ids.ts';
import { listArrivedAfter } from '../database/arrivals.ts';
import { listAttempts } from '../database/attempts.ts';
import { readRecord } from '../database/records.ts';
import { adoptAs, isAdoptable } from './adopt.ts';
import { done, later, type Pushed } from './pushed.ts';
import { nowOf, type RoundContext } from './round-context.ts';
import { askWhetherSame, differingFields } from './strays.ts';

/** For how long a request that was given up may still be under way somewhere, ms. */
const SETTLE = 120_000;

/** How many fields a colleague may have changed since for a record to be a possible duplicate. */
const MOST_CHANGED = 1;

/**
 * Looks for what was sent among the records that are new since: one that is the same is adopted, several or nearly the
 * same ones are asked about, and `gone` says that there is none, so that it is sent again.
 */
export function findSent(context: RoundContext, id: RecordId): Pushed | 'adopted' | 'gone' {
  const { db, resource, holds } = context;
  const wait = holds.settling(id, SETTLE);
  if (wait > 0) return later(wait);
  const { same, near } = likeWhatWasSent(context, id);
  if (same.length === 0 && near.length === 0) return 'gone';
  const [only] = same;
  return db.transaction(() => {
    if (only !== undefined && same.length === 1 && isAdoptable(db, resource, only)) {
      adoptAs(db, resource, { id, other: only, at: nowOf(context) });
      context.onChanged([id, only]);
      return 'adopted';
    }
    askWhetherSame(db, resource, { id, others: [...same, ...near], at: nowOf(context) });
    context.onChanged([id]);
    return done;
  });
}

type Found = { readonly same: RecordId[]; readonly near: RecordId[] };

function likeWhatWasSent({ db, resource }: RoundContext, id: RecordId): Found {
  const attempts = listAttempts(db, resource, id);
  const found: Found = { same: [], near: [] };
  for (const other of listArrivedAfter(db, resource, Math.min(...attempts.map(({ arrivals }) => arrivals)))) {
    const values = readRecord(db, resource, other)?.base?.values;
    if (!values) continue;
    const differing = Math.min(...attempts.map(({ payload }) => differingFields(resource, payload, values)));
    if (differing === 0) found.same.push(other);
    else if (differing <= MOST_CHANGED && isTelling(attempts[0]?.payload)) found.near.push(other);
  }
  return found;
}

/** Whether a payload says enough for a record that differs in one field to be taken for it: two fields at least. */
const isTelling = (payload: object | undefined): boolean =>
  Object.values(payload ?? {}).filter((value) => value !== null).length > MOST_CHANGED;
