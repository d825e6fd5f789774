// Step 2 of docs/sync.md: Pull.
import type { RecordId } from '#shared/model/ids.ts';
import type { RemotePage, RemoteRecord } from '#shared/resources/resource.ts';
import type { ServiceFailure } from '#shared/service-failure.ts';
import { noteRemoved } from '../database/absences.ts';
import { readPageMark, writePageMark } from '../database/pages.ts';
import { readState, writeState } from '../database/sync-state.ts';
import { applyRemote, type Applied } from './apply-remote.ts';
import { countApplied } from './tally.ts';
import { nowOf, type RoundContext } from './round-context.ts';

/** What a pull that reached its end knows: every id that the service has, or only what changed. */
export type Pulled =
  { readonly kind: 'complete'; readonly seen: ReadonlySet<RecordId> } | { readonly kind: 'partial' };

/** Brings what changed on the service into the local copy: by delta where the service offers it, else page by page. */
export async function pull(context: RoundContext): Promise<Pulled | ServiceFailure> {
  const cursor = readState(context.db, 'cursor');
  const pulled = cursor === undefined ? await pullPages(context) : await pullChanges(context, cursor);
  if (!('detail' in pulled)) return pulled;
  // A service that has become one without a delta refuses the question.
  if (pulled.kind !== 'cursor-expired' && pulled.kind !== 'refused') return pulled;
  context.ports.log.info('The delta cursor is not taken; everything is listed.', { why: pulled.kind });
  writeState(context.db, 'cursor', undefined);
  return pullPages(context);
}

async function pullChanges(context: RoundContext, from: string): Promise<Pulled | ServiceFailure> {
  let cursor = from;
  for (;;) {
    const epoch = epochOf(context);
    const answer = await context.remote.changes(cursor, context.signal);
    if (!answer.ok) return answer.failure;
    const { delta } = answer.value;
    if (!delta) return { kind: 'wrong-shape', detail: 'The service answered a delta without a cursor.' };
    applyRows(context, { rows: answer.value.rows, serverDate: answer.serverDate, epoch }, () => {
      // Noted with the cursor: a removal is told once.
      noteRemoved(context.db, context.resource, answer.value.removed);
      writeState(context.db, 'cursor', delta.cursor);
      if (!delta.more) noteComplete(context);
    });
    if (!delta.more) return { kind: 'partial' };
    if (delta.cursor === cursor) return { kind: 'wrong-shape', detail: 'The delta cursor does not move.' };
    cursor = delta.cursor;
  }
}

async function pullPages(context: RoundContext): Promise<Pulled | ServiceFailure> {
  const listing: Listing = { seen: new Set(), unreadable: 0, cursor: undefined, pages: 1, total: 0 };
  for (let page = 1; page <= listing.pages; page += 1) {
    const failure = await pullPage(context, listing, page);
    if (failure) return failure;
    const total = Math.max(listing.total, listing.seen.size);
    context.onProgress({ phase: 'getting', done: listing.seen.size, total });
  }
  // Rows that could not be read, or that slipped from page to page while they were listed, prove no absence.
  const isWhole = listing.unreadable === 0 && listing.seen.size >= listing.total;
  return isWhole ? { kind: 'complete', seen: listing.seen } : { kind: 'partial' };
}

/** What a walk over all pages has gathered. */
type Listing = {
  readonly seen: Set<RecordId>;
  unreadable: number;
  cursor: string | undefined;
  pages: number;
  total: number;
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
    for (const id of known?.ids ?? []) listing.seen.add(id);
    if (page === listing.pages) finishListing(context, listing);
    return undefined;
  }
  gather(listing, value.page, page);
  applyRows(context, { rows: value.page.rows, serverDate, epoch }, () => {
    const ids = value.page.rows.map(({ id }) => id);
    if (value.etag !== known?.etag) writePageMark(db, resource, { page, etag: value.etag, ids });
    if (page === listing.pages) finishListing(context, listing);
  });
  return undefined;
}

function gather(listing: Listing, { rows, unreadable, pages, delta }: RemotePage, page: number): void {
  for (const { id } of rows) listing.seen.add(id);
  listing.unreadable += unreadable;
  if (pages) {
    listing.pages = pages.count;
    listing.total = pages.total;
  }
  if (page === 1) listing.cursor = delta?.cursor;
}

function finishListing(context: RoundContext, listing: Listing): void {
  if (listing.unreadable > 0) {
    context.ports.log.warn('Rows of the list could not be read.', { rows: listing.unreadable });
    return;
  }
  if (listing.cursor !== undefined) writeState(context.db, 'cursor', listing.cursor);
  noteComplete(context);
}

const noteComplete = (context: RoundContext): void => {
  writeState(context.db, 'last_complete_pull_at', nowOf(context));
};

const epochOf = ({ db }: RoundContext): number => readState(db, 'ack_epoch') ?? 0;

type Rows = {
  readonly rows: readonly RemoteRecord[];
  readonly serverDate: number | undefined;
  readonly epoch: number;
};

/** Applies the rows of one answer and what goes with them in one transaction. */
function applyRows(context: RoundContext, { rows, serverDate, epoch }: Rows, finish: () => void): void {
  const { db, resource, tally } = context;
  const at = nowOf(context);
  const changed: RecordId[] = [];
  const counted: Applied[] = [];
  db.transaction(() => {
    for (const remote of rows) {
      const applied = applyRemote(db, resource, { remote, serverDate, at, epoch });
      counted.push(applied);
      if (applied !== 'unchanged' && applied !== 'skipped') changed.push(remote.id);
    }
    finish();
  });
  // Counted after the commit: what was rolled back did not happen.
  for (const applied of counted) countApplied(tally, applied);
  if (changed.length > 0) context.onChanged(changed);
}
