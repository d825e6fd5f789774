import { randomUUID } from 'node:crypto';
import type { Decision } from '#shared/model/decision.ts';
import type { FieldValue, Values } from '#shared/model/field.ts';
import { OperationId, RecordId } from '#shared/model/ids.ts';
import type { Result } from '#shared/result.ts';
import type { Acts, Theirs } from '../audit/acts.ts';
import type { Calls } from '../app/launch-app.ts';
import { choose, type Dice } from '../walk/dice.ts';
import type { SoakService } from './soak-service.ts';

const FIELDS = ['first_name', 'last_name', 'last_download'] as const;

/** What a person in the field works with, and what they have done so far. */
export type FieldWork = {
  readonly dice: Dice;
  readonly acts: Acts;
  readonly service: SoakService;
  /** The records that are this person's. */
  readonly ids: RecordId[];
  /** A word that no other act has. */
  readonly newWord: () => string;
  readonly noteTheirs: (theirs: Theirs) => void;
};

/** A person who edits, creates, decides and syncs through the real window, act after act, until the app is gone. */
export class FieldWorker {
  constructor(
    readonly work: FieldWork,
    readonly api: Calls,
  ) {}

  /** Does one thing, chosen by chance. It rejects when the app is killed meanwhile. */
  act(): Promise<void> {
    const act = choose(this.work.dice, [
      [0.64, () => this.edit()],
      [0.04, () => this.create()],
      [0.14, () => this.sync()],
      [0.08, () => this.decide()],
      [0.1, () => this.letColleagueEdit()],
    ]);
    return act();
  }

  async edit(): Promise<void> {
    const { dice, acts, ids, newWord } = this.work;
    const id = dice.pick(ids);
    const field = dice.pick(FIELDS);
    const value = newWord();
    const record = valueIn(await this.api.records.get({ id }));
    if (!record) return;
    const operation = OperationId.parse(randomUUID());
    acts.begin({ operation, id, kind: 'edit', values: { [field]: value } });
    const kept = await this.api.records.edit({
      operation,
      id,
      field,
      value,
      seen: record.values[field] ?? null,
    });
    if (kept.ok) acts.acknowledge(operation);
  }

  async create(): Promise<void> {
    const { acts, ids, newWord } = this.work;
    const word = newWord();
    const id = RecordId.parse(randomUUID());
    const values = { first_name: word, last_name: 'Soak', email: `${word}@example.org` };
    const operation = OperationId.parse(randomUUID());
    acts.begin({ operation, id, kind: 'create', values });
    const kept = await this.api.keyAccounts.create({ operation, id, values });
    if (!kept.ok) return;
    acts.acknowledge(operation);
    ids.push(id);
  }

  async sync(): Promise<void> {
    await this.api.sync.now();
  }

  /** Answers one open decision, and keeps what it comes to. */
  async decide(): Promise<void> {
    const open = valueIn(await this.api.decisions.find({ grouping: 'record' }))?.open;
    if (!open) return;
    const decision = valueIn(await this.api.decisions.get({ id: open.id }));
    if (decision) await this.answer(decision);
  }

  async letColleagueEdit(): Promise<void> {
    const { dice, service, ids, newWord, noteTheirs } = this.work;
    // Where a token is a whole second, a colleague who is as fast as a program would overwrite by themselves.
    if (service.mode === 'origin') return;
    const id = dice.pick(ids);
    const field = dice.pick(FIELDS);
    const value = `c${newWord()}`;
    const isThere = await service.request('GET', `/${id}`);
    if (isThere.status !== 200) return;
    const written = await service.colleagueEdits(id, field, value);
    if (written) noteTheirs({ id, field, value, ...written });
  }

  private async answer(decision: Decision): Promise<void> {
    const { dice, acts } = this.work;
    const result: Record<string, FieldValue> = {};
    for (const { field, local, remote } of decision.fields) {
      const side = dice.chance(0.5) ? 'yours' : 'server';
      result[field] = side === 'yours' ? local : remote;
      const version = { id: decision.id, version: decision.version };
      const chosen = await this.api.decisions.choose({ ...version, field, choice: { side } });
      if (!chosen.ok) return;
    }
    await this.save(decision, result, acts);
  }

  private async save({ id, version }: Decision, values: Values, acts: Acts): Promise<void> {
    const operation = randomUUID();
    acts.begin({ operation, id, kind: 'decision', values });
    const saved = await this.api.decisions.save({ id, version });
    if (saved.ok) acts.acknowledge(operation);
  }
}

/** The value of an answer, or `undefined` where it is a failure. */
const valueIn = <Value>(answer: Result<Value>): Value | undefined => (answer.ok ? answer.value : undefined);
