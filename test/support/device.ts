import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import type { FieldValue, Values } from '#shared/model/field.ts';
import { OperationId, RecordId } from '#shared/model/ids.ts';
import type { Choice } from '#shared/model/decision.ts';
import type { RecordDetail } from '#shared/model/record.ts';
import type { Trigger } from '#shared/model/sync-status.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import type { Resource } from '#shared/resources/resource.ts';
import { resourceOf } from '#shared/resources/resources.ts';
import { openLocalCopy, type LocalCopy } from '../../src/main/database/open.ts';
import type { WritableDb } from '../../src/main/database/handle.ts';
import { readRecord } from '../../src/main/database/records.ts';
import type { Clock, Log, Ports, Transport } from '../../src/main/ports.ts';
import { createRecord } from '../../src/main/records/create-record.ts';
import { chooseField, saveDecision } from '../../src/main/records/decide.ts';
import { editRecord } from '../../src/main/records/edit-record.ts';
import { readDetail } from '../../src/main/records/record-detail.ts';
import { httpRemote } from '../../src/main/sync/http-remote.ts';
import type { RoundContext } from '../../src/main/sync/round-context.ts';
import { Holds } from '../../src/main/sync/holds.ts';
import { runRound, type RoundEnd } from '../../src/main/sync/run-round.ts';
import { emptyTally } from '../../src/main/sync/tally.ts';
import { systemClock } from '../../src/main/system-ports.ts';

/** A log that keeps nothing. */
export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The real clock and ids; the back-off's randomness is at its least, so that nothing held is held for long. */
export const testPorts: Ports = { clock: systemClock, newId: randomUUID, random: () => 0, log: silentLog };

/** A new record's id. */
export const newRecordId = (): RecordId => RecordId.parse(randomUUID());

/** A second laptop: a real local copy on disk that speaks to a real service over HTTP. */
export class Device {
  readonly folder: string;
  readonly file: string;
  readonly #clock: Clock;
  #copy: LocalCopy;
  #holds: Holds;

  constructor(
    readonly address: string,
    readonly options: {
      token: string;
      transport?: Transport;
      clock?: Clock;
      folder?: string;
      pageSize?: number;
      /** What it syncs; Key Accounts unless told. */
      resource?: Resource;
    },
  ) {
    this.folder = options.folder ?? mkdtempSync(join(tmpdir(), 'key-accounts-device-'));
    this.file = join(this.folder, 'copy.db');
    this.#clock = options.clock ?? systemClock;
    this.#holds = new Holds(this.#clock);
    this.#copy = this.#open();
  }

  #open(): LocalCopy {
    const opened = openLocalCopy(this.file);
    if (!opened.ok) throw new Error(`The local copy could not be opened: ${opened.failure.kind}`);
    return opened.value;
  }

  get db(): WritableDb {
    return this.#copy.db;
  }

  context(signal = new AbortController().signal): RoundContext {
    const { token, transport = fetch, resource: told = keyAccounts, pageSize = told.pageSize } = this.options;
    const resource = { ...told, pageSize };
    const remote = httpRemote({
      resource,
      address: this.address,
      token: () => token,
      transport,
      clock: this.#clock,
    });
    const nothing = (): void => undefined;
    return {
      db: this.db,
      resource,
      remote,
      ports: { ...testPorts, clock: this.#clock },
      signal,
      tally: emptyTally(),
      holds: this.#holds,
      pause: () => this.#clock.sleep(0, signal),
      onProgress: nothing,
      onChanged: nothing,
    };
  }

  /** Runs one round to its end; one after an edit only sends. */
  round(trigger: Trigger = 'person'): Promise<RoundEnd> {
    return runRound([this.context()], { trigger, isPulling: () => trigger !== 'edit' });
  }

  /** Edits one field as a person does who saw its present value, or another one. */
  edit(id: RecordId, field: string, value: FieldValue, seen = this.record(id).values[field] ?? null): void {
    const edit = { operation: OperationId.parse(randomUUID()), id, field, value, seen };
    const kept = editRecord(this.db, resourceOf(id), { edit, at: new Date().toISOString() });
    if (!kept.ok) throw new Error(`The edit was not kept: ${kept.failure.code}`);
  }

  /** Makes a record as a person does. */
  create(values: Values, id = newRecordId()): RecordId {
    const made = { operation: OperationId.parse(randomUUID()), id, values };
    const kept = createRecord(this.db, keyAccounts, { made, at: new Date().toISOString() });
    if (!kept.ok) throw new Error(`The record was not kept: ${kept.failure.code}`);
    return id;
  }

  /** Answers one field of an open conflict. */
  choose(id: RecordId, field: string, choice: Choice): void {
    const version = this.version(id);
    const at = new Date().toISOString();
    const chosen = chooseField(this.db, resourceOf(id), { id, version, field, choice, at });
    if (!chosen.ok) throw new Error(`The choice was not kept: ${chosen.failure.code}`);
  }

  /** Saves a decision in the version that is here now. */
  save(id: RecordId): ReturnType<typeof saveDecision> {
    const version = { id, version: this.version(id) };
    return saveDecision(this.db, resourceOf(id), { version, at: new Date().toISOString() });
  }

  token(id: RecordId): NonNullable<RecordDetail['storedAt']> {
    const { storedAt } = this.record(id);
    if (!storedAt) throw new Error(`Record ${id} has no token yet.`);
    return storedAt;
  }

  /** The version of the service that was merged last, by the laptop's own count. */
  version(id: RecordId): number {
    const base = readRecord(this.db, resourceOf(id), id)?.base;
    if (!base) throw new Error(`Record ${id} is not on the service yet.`);
    return base.version;
  }

  record(id: RecordId): RecordDetail {
    const detail = readDetail(this.db, resourceOf(id), id);
    if (!detail) throw new Error(`There is no record ${id} on this device.`);
    return detail;
  }

  /** The ids of every record here. */
  ids(): RecordId[] {
    return (this.db.all('SELECT id FROM records ORDER BY id') as { id: RecordId }[]).map(({ id }) => id);
  }

  /** Closes the local copy and opens it again, as a restart does. */
  restart(): void {
    this.#copy.close();
    this.#holds = new Holds(this.#clock);
    this.#copy = this.#open();
  }

  /** Closes the local copy and leaves its folder. */
  close(): void {
    this.#copy.close();
  }

  dispose(): void {
    this.close();
    rmSync(this.folder, { recursive: true });
  }
}
