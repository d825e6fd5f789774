// Step 2 of docs/sync.md: Pull.
import type { RecordId } from '#shared/model/ids.ts';
import type { RemotePage, RemoteRecord } from '#shared/resources/resource.ts';
import type { ServiceFailure } from '#shared/service-failure.ts';
import { listAbsent, listKnownIds, noteAbsences, noteRemoved } from '../database/absences.ts';
import { forgetPageMarks, readPageMark, writePageMark, type Version } from '../database/pages.ts';
import { readResourceState, writeResourceState } from '../database/sync-state.ts';
import { applyRemote, type Applied } from './apply-remote.ts';
import { noteReturned } from './doubt.ts';
import { countApplied } from './tally.ts';
import { marginOf, nowOf, type RoundContext } from './round-context.ts';

/**
 * How much a pull that reached its end saw: all that the service has, all that changed, or less because rows could not
 * be read or slipped from page to page while they were listed.
 */
export type Pulled = { readonly kind: 'complete' | 'delta' | 'partial' };

/**
 * Brings what changed on the service into the local copy: by delta where the service offers it, else page by page.
 * `isThorough`: then page by page in any case, since a service that was restored from a back-up and written to since has
 * changes that its delta does not name.
 */
export async function pull(
  context: RoundContext,
  { isThorough = false } = {},
): Promise<Pulled | ServiceFailure> {
  const cursor = readResourceState(context.db, context.resource, 'cursor');
  if (cursor === undefined) return pullEverything(context);
  const pulled = await pullChanges(context, cursor);
  // A service that has become one without a delta refuses the question.
  const isRefused = pulled.kind === 'cursor-expired' || pulled.kind === 'refused';
  if (!isRefused && !(isThorough && pulled.kind === 'delta')) return pulled;
  if (isRefused) {
    context.ports.log.info('The delta cursor is not taken; everything is listed.', { why: pulled.kind });
    writeResourceState(context.db, context.resource, 'cursor', undefined);
  }
  return pullEverything(context);
}

async function pullChanges(context: RoundContext, from: string): Promise<Pulled | ServiceFailure> {
  let cursor = from;
  let unreadable = 0;
  for (;;) {
    const epoch = epochOf(context);
    const answer = await context.remote.changes(cursor, context.signal);
    if (!answer.ok) return answer.failure;
    const { delta, rows, removed } = answer.value;
    if (!delta) return { kind: 'cursor-expired', detail: 'The service answered without a cursor.' };
    unreadable += answer.value.unreadable;
    await applyRows(context, { rows, serverDate: answer.serverDate, epoch }, () => {
      noteRemoved(context.db, context.resource, removed);
      // Important! The cursor never moves past a row that was not applied.
      if (unreadable === 0) writeResourceState(context.db, context.resource, 'cursor', delta.cursor);
      if (unreadable === 0 && !delta.more) noteComplete(context);
    });
    warnOfUnreadable(context, answer.value.unreadable);
    if (!delta.more) return { kind: unreadable === 0 ? 'delta' : 'partial' };
    if (delta.cursor === cursor) return { kind: 'wrong-shape', detail: 'The delta cursor does not move.' };
    cursor = delta.cursor;
  }
}

/** That many walks over all pages are made, when removals made rows slip past the ones before. */
const MOST_WALKS = 3;

async function pullEverything(context: RoundContext): Promise<Pulled | ServiceFailure> {
  for (let walks = 0; walks < MOST_WALKS; walks += 1) {
    const listing = await walkPages(context);
    if ('detail' in listing) return listing;
    warnOfUnreadable(context, listing.unreadable);
    if (!isWhole(listing)) {
      // Records came or went while it was read: another walk may see it stand still.
      if (listing.hasMoved) continue;
      // A page may have been noted that was not the service's: the next walk reads every page anew.
      forgetPageMarks(context.db, context.resource);
      return { kind: 'partial' };
    }
    const since = await removedSince(context, listing.cursor);
    if (typeof since !== 'number') return since;
    if (since > 0) continue;
    const absent = await findAbsent(context, listing.seen);
    context.db.transaction(() => {
      // Important! With the cursor, or never: no delta would ever name a record whose absence was not counted.
      const isAnyNew = countAbsences(context, { absent, seen: listing.seen });
      // A record that is absent for the first time needs a second walk.
      writeResourceState(context.db, context.resource, 'cursor', isAnyNew ? undefined : listing.cursor);
      noteComplete(context);
    });
    return { kind: 'complete' };
  }
  return { kind: 'partial' };
}

/** Ids of known records that are read at once. */
const SOME = 1000;

/** The known records that a complete list did not have. Nothing but this round makes the service's records known. */
async function findAbsent(
  { db, resource, pause }: RoundContext,
  seen: ReadonlySet<RecordId>,
): Promise<readonly RecordId[]> {
  const absent: RecordId[] = [];
  let known = listKnownIds(db, resource, { after: '', limit: SOME });
  for (let last = known.at(-1); last !== undefined; last = known.at(-1)) {
    absent.push(...known.filter((id) => !seen.has(id)));
    await pause();
    known = listKnownIds(db, resource, { after: last, limit: SOME });
  }
  return absent;
}

type Missed = { readonly absent: readonly RecordId[]; readonly seen: ReadonlySet<RecordId> };

/** Counts absences, and forgets those of records that came back; answers whether one is absent that was not before. */
function countAbsences({ db, resource }: RoundContext, { absent, seen }: Missed): boolean {
  const absentBefore = listAbsent(db, resource, 1);
  noteAbsences(db, resource, { absent, returned: [] });
  noteReturned(
    db,
    resource,
    absentBefore.filter((id) => seen.has(id)),
  );
  const known = new Set(absentBefore);
  return absent.some((id) => !known.has(id));
}

/** How many records were removed while the pages were read: each may have let another slip to a page read before. */
async function removedSince(
  { remote, signal }: RoundContext,
  cursor: string | undefined,
): Promise<number | ServiceFailure> {
  if (cursor === undefined) return 0;
  const answer = await remote.changes(cursor, signal);
  return answer.ok ? answer.value.removed.length : answer.failure;
}

async function walkPages(context: RoundContext): Promise<Listing | ServiceFailure> {
  const listing: Listing = {
    seen: new Set(),
    unreadable: 0,
    cursor: undefined,
    pages: 1,
    total: 0,
    hasMoved: false,
  };
  for (let page = 1; page <= listing.pages; page += 1) {
    const failure = await pullPage(context, listing, page);
    if (failure) return failure;
    const total = Math.max(listing.total, listing.seen.size);
    context.onProgress({ phase: 'getting', done: listing.seen.size, total });
  }
  return listing;
}

/** What a walk over all pages has gathered. */
type Listing = {
  readonly seen: Set<RecordId>;
  unreadable: number;
  cursor: string | undefined;
  pages: number;
  total: number;
  /** Whether its pages did not agree on how many records there are. */
  hasMoved: boolean;
};

async function pullPage(
  context: RoundContext,
  listing: Listing,
  page: number,
): Promise<ServiceFailure | undefined> {
  const { db, resource, remote, signal } = context;
  const epoch = epochOf(context);
  const known = readPageMark(db, resource, page);
  // The first page is always asked for whole: it says how many pages there are and where the delta begins.
  const etag = page === 1 ? undefined : known?.etag;
  const answer = await remote.list({ page, size: resource.pageSize, etag }, signal);
  if (!answer.ok) return answer.failure;
  const { value, serverDate } = answer;
  if (value.unchanged) {
    if (etag === undefined) return { kind: 'wrong-shape', detail: 'A page is as it was that was not known.' };
    for (const [id] of known?.versions ?? []) listing.seen.add(id);
    return undefined;
  }
  gather(listing, value.page, page);
  const { rows, unreadable } = value.page;
  await applyRows(context, { rows, serverDate, epoch }, () => {
    // A page with a row that could not be read is asked for whole again.
    const versions = rows.map(({ id, token }): Version => [id, token]);
    if (unreadable === 0 && value.etag !== known?.etag) {
      writePageMark(db, resource, { page, etag: value.etag, versions });
    }
  });
  return undefined;
}

function gather(listing: Listing, { rows, unreadable, pages, delta }: RemotePage, page: number): void {
  for (const { id } of rows) listing.seen.add(id);
  listing.unreadable += unreadable;
  if (pages) {
    // The most that any page says: one that comes empty does not make the list shorter.
    listing.hasMoved ||= page > 1 && pages.total !== listing.total;
    listing.pages = Math.max(listing.pages, pages.count);
    listing.total = Math.max(listing.total, pages.total);
  }
  if (page === 1) listing.cursor = delta?.cursor;
}

/** Whether every row that the service counts was read. */
const isWhole = ({ unreadable, seen, total }: Listing): boolean => unreadable === 0 && seen.size >= total;

function warnOfUnreadable({ ports }: RoundContext, rows: number): void {
  if (rows > 0) ports.log.warn('Rows of the service could not be read.', { rows });
}

const noteComplete = (context: RoundContext): void => {
  writeResourceState(context.db, context.resource, 'last_complete_pull_at', nowOf(context));
};

const epochOf = ({ db, resource }: RoundContext): number => readResourceState(db, resource, 'ack_epoch') ?? 0;

type Rows = {
  readonly rows: readonly RemoteRecord[];
  readonly serverDate: number | undefined;
  readonly epoch: number;
};

/** The share of a page that is applied in one transaction: the window gets its turn between two of them. */
const PORTION = 1 / 5;

/** Applies the rows of one answer in portions, and what goes with all of them together with the last. */
async function applyRows(context: RoundContext, answer: Rows, finish: () => void): Promise<void> {
  const { rows } = answer;
  const size = Math.ceil(context.resource.pageSize * PORTION);
  for (let from = 0; from === 0 || from < rows.length; from += size) {
    const isLast = from + size >= rows.length;
    await applyPortion(context, { ...answer, rows: rows.slice(from, from + size) }, () => {
      if (isLast) finish();
    });
  }
}

async function applyPortion(
  context: RoundContext,
  { rows, serverDate, epoch }: Rows,
  finish: () => void,
): Promise<void> {
  const { db, resource, tally } = context;
  await context.pause();
  const at = nowOf(context);
  const margin = marginOf(db, resource);
  // Relaxed: what a power cut takes back is listed again.
  const applied = db.relaxed(() => {
    const outcomes = rows.map((remote) =>
      applyRemote(db, resource, { remote, serverDate, at, margin, epoch }),
    );
    forgetAbsences(context, rows);
    finish();
    return outcomes;
  });
  // Counted after the commit: what was rolled back did not happen.
  for (const outcome of applied) countApplied(tally, outcome);
  const changed = rows.filter((_row, index) => isChange(applied[index])).map(({ id }) => id);
  if (changed.length > 0) context.onChanged(changed);
}

/** A record that was absent and is seen again is simply there. */
function forgetAbsences({ db, resource }: RoundContext, rows: readonly RemoteRecord[]): void {
  const absent = new Set(listAbsent(db, resource, 1));
  const returned = rows.map(({ id }) => id).filter((id) => absent.has(id));
  noteReturned(db, resource, returned);
}

const isChange = (applied: Applied | undefined): boolean => applied !== 'unchanged' && applied !== 'doubted';
