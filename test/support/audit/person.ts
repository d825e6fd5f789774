import { randomUUID } from 'node:crypto';
import type { Choice } from '#shared/model/decision.ts';
import type { FieldValue, Values } from '#shared/model/field.ts';
import { OperationId, type RecordId } from '#shared/model/ids.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { createRecord } from '../../../src/main/records/create-record.ts';
import { editRecord } from '../../../src/main/records/edit-record.ts';
import { doEdit, everything } from '../bulk-edit.ts';
import type { Device } from '../device.ts';
import type { Acts } from './acts.ts';
import { partOf } from './edits.ts';

/** A person at a laptop, with a ledger of everything that they did and of what the app answered. */
export class Person {
  constructor(
    readonly laptop: Device,
    readonly acts: Acts,
  ) {}

  /** Edits one field over the value that is there. */
  edit(id: RecordId, field: string, value: FieldValue, operation = newOperation()): OperationId {
    this.acts.begin({ operation, id, kind: 'edit', values: { [field]: value } });
    const { db } = this.laptop;
    const seen = this.laptop.record(id).values[field] ?? null;
    const kept = editRecord(db, keyAccounts, { edit: { operation, id, field, value, seen }, at: now() });
    if (!kept.ok) throw new Error(`The edit was not kept: ${kept.failure.code}`);
    this.acts.acknowledge(operation);
    return operation;
  }

  /** Gives all records the same value in one field, as one act. */
  async editAll(field: string, value: FieldValue, act: OperationId): Promise<void> {
    const operations = this.laptop.ids().map((id) => ({ id, operation: partOf(act, id) }));
    for (const { id, operation } of operations)
      this.acts.begin({ operation, id, kind: 'edit', values: { [field]: value } });
    await doEdit(this.laptop.db, { selection: everything, field, value }, { act });
    for (const { operation } of operations) this.acts.acknowledge(operation);
  }

  /** Makes a record. */
  create(id: RecordId, values: Values, operation = newOperation()): OperationId {
    this.acts.begin({ operation, id, kind: 'create', values });
    const kept = createRecord(this.laptop.db, keyAccounts, { made: { operation, id, values }, at: now() });
    if (!kept.ok) throw new Error(`The record was not kept: ${kept.failure.code}`);
    this.acts.acknowledge(operation);
    return operation;
  }

  /** Answers a field of an open conflict. */
  choose(id: RecordId, field: string, choice: Choice): void {
    this.laptop.choose(id, field, choice);
  }

  /** Saves a decision whose result is known; from here on that result is what the person wants. */
  save(id: RecordId, result: Values): void {
    const operation = newOperation();
    this.acts.begin({ operation, id, kind: 'decision', values: result });
    const saved = this.laptop.save(id);
    if (!saved.ok) throw new Error(`The decision was not kept: ${saved.failure.code}`);
    this.acts.acknowledge(operation);
  }
}

const now = (): string => new Date().toISOString();

/** Names one act of a person. */
export const newOperation = (): OperationId => OperationId.parse(randomUUID());
