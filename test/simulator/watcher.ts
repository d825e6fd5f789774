import type { RecordId } from '#shared/model/ids.ts';
import { report } from '../../src/main/sync/report.ts';
import { FIELDS } from './carry-out.ts';
import { watchChanges } from './watch-changes.ts';
import { watchCursor } from './watch-cursor.ts';
import { watchRecord } from './watch-record.ts';
import type { Laptop } from './laptop.ts';
import { fold, placeOf, type Attributes } from './ledger.ts';
import { readLocalState, type LocalState } from './local-state.ts';
import type { World } from './world.ts';

const NOTHING: LocalState = { records: new Map(), cursor: undefined, aliases: new Map(), isVanished: false };

/** Looks at a laptop after everything that happened there: at what its person sees, and whether it keeps the rules. */
export class Watcher {
  readonly #known = new Map<Laptop, { readonly changes: number; readonly state: LocalState }>();

  /** The records that a laptop ever had from the service. */
  readonly #had = new Set<string>();

  constructor(readonly world: World) {}

  /** Whether a laptop ever had a record from the service. */
  everHad(laptop: Laptop, id: string): boolean {
    return this.#had.has(`${laptop.name} ${id}`);
  }

  /** Whether a laptop ever had a version of a record. */
  everHadVersion(laptop: Laptop, id: string, version: string): boolean {
    return this.#had.has(`${laptop.name} ${id} ${version}`);
  }

  /** What a laptop's file said when it was last looked at. */
  stateOf(laptop: Laptop): LocalState {
    return this.#known.get(laptop)?.state ?? NOTHING;
  }

  localOf(laptop: Laptop, id: RecordId): Attributes | undefined {
    return this.stateOf(laptop).records.get(id)?.local;
  }

  /** Begins anew with a laptop whose disk lost what came from the service last. */
  begin(laptop: Laptop): void {
    if (laptop.isAway) return;
    this.#known.set(laptop, { changes: -1, state: readLocalState(laptop.file) });
  }

  /** Looks at every laptop. */
  lookAtAll(): void {
    for (const laptop of this.world.laptops) this.look(laptop);
  }

  /** Looks at a laptop; cheap when nothing of its file changed. `byPerson`: what changed, a person did. */
  look(laptop: Laptop, { byPerson = false } = {}): void {
    // Somebody else's copy is not in the books; what leaves it is.
    if (laptop.isAway) return;
    const { changes } = laptop.file.get('SELECT total_changes() AS changes') as { changes: number };
    const known = this.#known.get(laptop);
    if (known?.changes === changes) return;
    const before = known?.state ?? NOTHING;
    const after = readLocalState(laptop.file);
    this.#known.set(laptop, { changes, state: after });
    if (!byPerson) watchChanges(this.world, laptop, { before, after });
    this.#note(laptop, { before, after });
    for (const record of after.records.values()) watchRecord(this.world, laptop, record);
    watchCursor(this.world, laptop, { before, after });
    this.#watchActs(laptop, after);
    this.#watchReport(laptop, after);
  }

  /** Takes into the books what is to be seen on a laptop. */
  #note(laptop: Laptop, { before, after }: { before: LocalState; after: LocalState }): void {
    for (const [from, to] of after.aliases)
      if (!before.aliases.has(from)) this.world.rename(laptop.index, { from, to });
    this.#noteShown(laptop, after);
    for (const { id, version } of after.records.values())
      if (version !== undefined) this.#had.add(`${laptop.name} ${id}`).add(`${laptop.name} ${id} ${version}`);
  }

  #noteShown({ index }: Laptop, { records }: LocalState): void {
    const { ledger } = this.world;
    for (const { id, local, conflicts } of records.values()) {
      for (const field of FIELDS) ledger.noteShown({ index, id, field }, local[field]);
      for (const { field, remote } of conflicts.values()) ledger.noteShown({ index, id, field }, remote);
    }
  }

  /** I1, at once: what a person typed is here, or the service had it since. */
  #watchActs(laptop: Laptop, { records }: LocalState): void {
    const { ledger } = this.world;
    for (const { place, value, turn, isStrong } of ledger.actsOf(laptop.index)) {
      if (!isStrong) continue;
      const record = records.get(place.id);
      if (!record) this.world.violate('lost', `${placeOf(place)}: the record is gone from the laptop`);
      else if (fold(record.local[place.field]) !== value && !ledger.wasStoredSince(place, value, turn))
        this.world.violate(
          'lost',
          `${placeOf(place)}: ${value} is neither here nor was it ever on the service`,
        );
    }
  }

  /** I10: what the status bar says. */
  #watchReport(laptop: Laptop, { records }: LocalState): void {
    const all = [...records.values()];
    const said = report(laptop.file, [laptop.resource], {
      ...laptop.process.state,
      host: 'service.test',
      progress: undefined,
      nextRoundAt: undefined,
    });
    const queued = all.filter(({ isQueued }) => isQueued).length;
    const decisions = all.filter(({ conflicts, isMissing }) => conflicts.size > 0 && !isMissing).length;
    if (said.counts.decisions !== decisions)
      this.world.violate(
        'count',
        `${String(said.counts.decisions)} decisions said, ${String(decisions)} open`,
      );
    const aside = all.filter(({ isHidden, isQueued }) => isHidden && isQueued).length;
    if (said.counts.aside !== aside)
      this.world.violate('count', `${String(said.counts.aside)} out of the list said, ${String(aside)} are`);
    if (said.allSaved && (queued > 0 || decisions > 0))
      this.world.violate(
        'all-saved',
        `all saved said with ${String(queued)} waiting, ${String(decisions)} open`,
      );
    if (said.allSaved) this.#watchSaved(laptop);
  }

  #watchSaved(laptop: Laptop): void {
    const { ledger } = this.world;
    for (const { place, value, turn, isStrong } of ledger.actsOf(laptop.index)) {
      if (isStrong && !ledger.wasStoredSince(place, value, turn))
        this.world.violate('all-saved', `all saved said, but ${placeOf(place)} ${value} is not`);
    }
  }
}
