import { OperationId, type RecordId } from '#shared/model/ids.ts';
import type { FieldValue } from '#shared/model/field.ts';
import { createRecord } from '../../src/main/records/create-record.ts';
import { editRecord } from '../../src/main/records/edit-record.ts';
import { canUndo } from '../../src/main/records/record-detail.ts';
import { listAttempts } from '../../src/main/database/attempts.ts';
import { listHistory } from '../../src/main/database/history.ts';
import { readRecord } from '../../src/main/database/records.ts';
import { tryAgain } from '../../src/main/records/try-again.ts';
import { undoChange } from '../../src/main/records/undo-change.ts';
import { MARK } from './carry-out.ts';
import { FEATURES } from './features.ts';
import type { Laptop } from './laptop.ts';
import { fold, placeOf, wordOf, type Place } from './ledger.ts';
import { Crash } from './power.ts';
import type { Action, Typing } from './script.ts';
import type { World } from './world.ts';

type Of<Name extends Action['do']> = Extract<Action, { readonly do: Name }>;

/** Lets a person do something; `undefined` when the app died of it, which is then started again. */
export function act<Answer>(world: World, laptop: Laptop, work: () => Answer): Answer | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
    crash(world, laptop);
    return undefined;
  }
}

/** The app dies and is started again; what it had sent may still arrive. */
export function crash(world: World, laptop: Laptop): void {
  world.count('crash');
  world.say(`${laptop.name} crashes`);
  if (laptop.crash()) {
    world.count('power-cut');
    world.watcher.begin(laptop);
  }
  world.network.giveUpAll(laptop);
}

/** In origin mode a second is a version's name: people there type nothing twice in a second. */
export function takeTime(world: World): void {
  if (world.plan.mode === 'origin') world.pass(1000);
}

function typedValue(
  world: World,
  laptop: Laptop,
  { how, field }: { how: Typing; field: string },
): FieldValue {
  const word = world.word(laptop.name);
  const tail = field === 'email' ? '@x.example' : '';
  switch (how) {
    case 'padded':
      return ` ${word}${tail} `;
    case 'capitals':
      return field === 'email' ? `${word}@X.example` : `${word}${tail}`;
    case 'cleared':
      return world.plan.seed % 2 === 0 ? null : '';
    case 'refused':
      return `bad-${word}${tail}`;
    case 'number':
      return field === 'remote_id' ? Number(word.replace(/\D/g, '')) + 7000 : `${word}${tail}`;
    default:
      return `${word}${tail}`;
  }
}

type Edit = {
  readonly place: Place;
  readonly value: FieldValue;
  readonly shown: FieldValue;
  /** What the person saw when they began, where the screen was behind. */
  readonly behind: FieldValue | undefined;
};

/** What a person at a laptop types, given what stands there. */
function editOf(world: World, laptop: Laptop, action: Of<'edit'>): Edit | undefined {
  const id = world.record(action.record);
  const record = id && readRecord(laptop.file, laptop.resource, id);
  if (!record) return undefined;
  const field = world.field(action.field);
  const place = { index: laptop.index, id, field };
  const shown = record.local[field] ?? null;
  const base = record.base && (record.base.values[field] ?? null);
  const isBack = action.how === 'back' && base !== undefined;
  const value = isBack ? base : typedValue(world, laptop, { how: action.how, field });
  if (value === shown) return undefined;
  return { place, value, shown, behind: action.isBehind ? behind(world, place, shown) : undefined };
}

/** What a screen shows that is behind, where there has been anything else. */
const behind = (world: World, place: Place, shown: FieldValue): FieldValue | undefined =>
  world.ledger.shown(place).findLast((one) => one !== fold(shown));

/** A person edits one field, or puts back what the service last had. */
export function edit(world: World, laptop: Laptop, action: Of<'edit'>): void {
  takeTime(world);
  const typed = editOf(world, laptop, action);
  if (!typed) return;
  const { place, value, shown } = typed;
  const { id, field } = place;
  world.say(`${placeOf(place)}: ${wordOf(typed.behind ?? shown)} (${wordOf(shown)}) -> ${wordOf(value)}`);
  const operation = OperationId.parse(laptop.newId());
  const at = laptop.at();
  const tell = (): boolean => {
    // After a power cut something older may stand there than before.
    const seen = typed.behind ?? readRecord(laptop.file, laptop.resource, id)?.local[field] ?? null;
    const edit = { operation, id, field, value, seen };
    return editRecord(laptop.db, laptop.resource, { edit, at }).ok;
  };
  // When the app dies before it can say that it is kept, the person does the same again.
  const isKept = act(world, laptop, tell) ?? act(world, laptop, tell);
  if (!isKept) return;
  noteTyped(world, laptop, { place, value });
  if (typed.behind !== undefined) world.ledger.excuse(place, shown);
}

/** A person makes a record. */
export function create(world: World, laptop: Laptop): void {
  takeTime(world);
  const id = world.newRecordId();
  const values = Object.fromEntries([
    ...world.plan.fields.map((field) => [field, typedValue(world, laptop, { how: 'new', field })] as const),
    [MARK, world.word('made')],
  ]) as Record<string, FieldValue>;
  const made = { operation: OperationId.parse(laptop.newId()), id, values };
  const tell = () => createRecord(laptop.db, laptop.resource, { made, at: laptop.at() }).ok;
  const kept = act(world, laptop, tell) ?? act(world, laptop, tell);
  world.say(`${laptop.name} creates ${id.slice(0, 8)} ${JSON.stringify(values)} ${String(kept)}`);
  if (!kept) return;
  world.ids.push(id);
  for (const field of world.plan.fields)
    world.ledger.noteAct({ index: laptop.index, id, field }, values[field], { isStrong: true });
}

/** A person takes one line of the history back. */
export function undo(world: World, laptop: Laptop, action: Of<'undo'>): void {
  const id = world.record(action.record);
  const record = id && readRecord(laptop.file, laptop.resource, id);
  if (!record) return;
  takeTime(world);
  const lines = listHistory(laptop.file, laptop.resource, id).filter((line) =>
    canUndo(laptop.resource, record, line),
  );
  const line = lines[action.line % Math.max(lines.length, 1)];
  if (!line) return;
  const undone = () => undoChange(laptop.db, { historyId: line.entry, at: laptop.at() });
  world.say(`${laptop.name} ${id.slice(0, 8)} undoes ${line.kind} ${JSON.stringify(line.changes)}`);
  act(world, laptop, undone);
  if (!isUndone(laptop, line.entry)) return;
  for (const { field, before, after } of line.changes)
    if (before !== after)
      noteTyped(world, laptop, { place: { index: laptop.index, id, field }, value: before });
}

const isUndone = ({ file }: Laptop, entry: number): boolean =>
  file.get('SELECT 1 FROM history WHERE entry = :entry AND undone_by IS NOT NULL', { entry }) !== undefined;

/**
 * What a person typed has to reach the service, unless it is what the laptop has from there, or what the creation said
 * of which nobody knows yet whether it got there.
 */
function noteTyped(
  world: World,
  { file, resource }: Laptop,
  { place, value }: { readonly place: Place; readonly value: FieldValue },
): void {
  const { id, field } = place;
  const base = readRecord(file, resource, id)?.base;
  const known = base ? [base.values] : listAttempts(file, resource, id).map(({ payload }) => payload);
  const isStrong = !known.some((values) => fold(values[field]) === fold(value));
  world.ledger.noteAct(place, value, { isStrong });
}

/** A person asks for a refused record to be sent again. */
export function insist(world: World, laptop: Laptop, action: Of<'try-again'>): void {
  const id = world.record(action.record);
  if (id) act(world, laptop, () => tryAgain(laptop.db, laptop.resource, id));
}

/** A colleague without this app edits a record, perhaps several times in one tick of the service's clock. */
export function colleagueEdits(world: World, action: Of<'colleague-edit'>): void {
  const id = world.record(action.record);
  for (let times = 0; id && times < action.times; times += 1) {
    const now = world.service.peek(id);
    if (!now) return;
    const field = world.field(action.field + times);
    const before = world.ledger.versionsOf(id).at(-2)?.attributes?.[field];
    const isBack = action.isBack && before !== undefined && field !== MARK;
    const tail = field === 'email' ? '@x.example' : '';
    const value = isBack ? before : `${world.word('c')}${tail}`;
    world.asColleague('PUT', `/${id}`, { [field]: value, updated_in_db_at: now.updated_in_db_at });
  }
}

/** A colleague makes a record. */
export function colleagueCreates(world: World): void {
  const values = world.plan.fields.map((field) => [field, world.word('c')] as const);
  const id = world.asColleague('POST', '', Object.fromEntries([...values, [MARK, world.word('made')]]));
  if (id !== undefined) world.ids.push(id as RecordId);
}

/** Whether whoever made a record does not know yet that the service has it. */
const isUnanswered = (world: World, id: RecordId): boolean =>
  world.laptops.some((laptop) => {
    const record = world.watcher.stateOf(laptop).records.get(id);
    return record !== undefined && record.version === undefined;
  });

/** A colleague removes a record. */
export function colleagueRemoves(world: World, action: Of<'colleague-remove'>): void {
  const id = world.record(action.record);
  if (!id || !world.service.peek(id) || (isUnanswered(world, id) && !FEATURES.removesUnanswered)) return;
  world.service.remove(id);
  world.ledger.noteVersion(id, undefined, world.service.seq);
  world.say(`service: colleague removes ${id.slice(0, 8)}`);
}
