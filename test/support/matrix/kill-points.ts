/** One point at which a laptop can be killed, with where it lies. */
export type Point = {
  /** The point's number in the laptop's own count, or the request's in the line's count. */
  readonly number: number;
  readonly by: 'laptop' | 'arrived' | 'acted' | 'half an answer';
  readonly row: RowId;
};

/** The rows of B5.1 that concern the local copy and its outbox, and what is between them. */
export type RowId =
  | 'E1'
  | 'E2'
  | 'E3'
  | 'E4'
  | 'P1'
  | 'P2'
  | 'P3'
  | 'P4'
  | 'P5'
  | 'P6'
  | 'P7'
  | 'P8'
  | 'L1'
  | 'L2'
  | 'L3'
  | 'L4'
  | 'L5'
  | 'look'
  | 'rest';

/** What each row is, in words. */
export const rowWords: Readonly<Record<RowId, string>> = {
  E1: 'before the act’s transaction',
  E2: 'inside the act’s transaction, at every statement and before its commit',
  E3: 'after the act’s commit, before the answer',
  E4: 'after the answer',
  P1: 'before the attempt is written down, and inside that transaction',
  P2: 'the attempt is written down, the request has not left',
  P3: 'the request arrived, the service has not acted (killed by the service)',
  P4: 'the service has acted, no answer or half of one (killed by the service)',
  P5: 'the answer is here, nobody has read it',
  P6: 'the answer is read, before its transaction',
  P7: 'inside the transaction of the acknowledgement, at every statement',
  P8: 'after the commit of the acknowledgement',
  L1: 'before a list is asked for, and when the service heard of it',
  L2: 'a page is here or half here, not applied',
  L3: 'inside the transaction of a portion of a page, at every statement',
  L4: 'rows are written and the cursor too, before their one commit',
  L5: 'after the commit of a portion of a page',
  look: 'while one record is looked at: asked for, answered, merged',
  rest: 'between the steps and at the end of the round',
};

type Reading = {
  isInside: boolean;
  /** What the transaction under way does, told by its later statements. */
  aim: 'attempt' | 'other';
  /** The last request that was answered and not yet taken in. */
  answered: 'write' | 'list' | 'look' | undefined;
};

/** Tells for each point that a laptop came by which row it belongs to. */
export function readPoints(names: readonly string[]): Point[] {
  const reading: Reading = { isInside: false, aim: 'other', answered: undefined };
  return names.map((name, index) => {
    if (name.startsWith('before BEGIN')) reading.aim = aimOf(names.slice(index));
    const row = rowOf(name, reading);
    if (name.startsWith('before BEGIN')) reading.isInside = true;
    if (name === 'after COMMIT') {
      reading.isInside = false;
      // A list is taken in portions, each with a commit of its own.
      if (reading.answered !== 'list') reading.answered = undefined;
    }
    if (name.startsWith('the answer to')) reading.answered = requestOf(name);
    return { number: index + 1, by: 'laptop', row };
  });
}

const aimOf = (names: readonly string[]): Reading['aim'] => {
  const inside = names.slice(0, names.indexOf('before COMMIT'));
  return inside.some((name) => name.startsWith('before INSERT INTO attempts')) ? 'attempt' : 'other';
};

function requestOf(name: string): 'write' | 'list' | 'look' {
  if (name.includes('GET of one')) return 'look';
  return name.includes('GET') ? 'list' : 'write';
}

function rowOf(name: string, reading: Reading): RowId {
  if (/^before (PUT|POST) leaves/.test(name)) return 'P2';
  if (/GET of one/.test(name)) return 'look';
  if (/^before GET leaves/.test(name)) return 'L1';
  if (/^the answer to GET/.test(name)) return 'L2';
  if (/^the answer to/.test(name)) return 'P5';
  if (/^after (edit|create|choose|save)/.test(name)) return 'E4';
  if (name === 'after round') return 'rest';
  return rowOfStatement(name, reading);
}

function rowOfStatement(name: string, { isInside, aim, answered }: Reading): RowId {
  const isBegin = name.startsWith('before BEGIN');
  if (!isInside && !isBegin) return 'rest';
  const position = isBegin ? 'begin' : positionOf(name);
  if (answered !== 'write' && answered !== 'look' && aim === 'attempt')
    return position === 'after' ? 'P2' : 'P1';
  if (answered === undefined) return act[position];
  return taken[answered][position];
}

type Rows = Record<'begin' | 'inside' | 'commit' | 'after', RowId>;

const act: Rows = { begin: 'E1', inside: 'E2', commit: 'E2', after: 'E3' };

const taken: Readonly<Record<'write' | 'list' | 'look', Rows>> = {
  write: { begin: 'P6', inside: 'P7', commit: 'P7', after: 'P8' },
  list: { begin: 'L2', inside: 'L3', commit: 'L4', after: 'L5' },
  look: { begin: 'look', inside: 'look', commit: 'look', after: 'look' },
};

const positionOf = (name: string): keyof Rows => {
  if (name === 'before COMMIT') return 'commit';
  return name === 'after COMMIT' ? 'after' : 'inside';
};

/** The points at which the service can kill the laptop, for each request that a recorded run made. */
export const servicePoints = (methods: readonly string[]): Point[] =>
  methods.flatMap((method, index) => {
    const isWrite = method === 'PUT' || method === 'POST';
    const at = (by: Point['by'], write: RowId, read: RowId): Point => ({
      number: index + 1,
      by,
      row: isWrite ? write : read,
    });
    return [at('arrived', 'P3', 'L1'), at('acted', 'P4', 'L2'), at('half an answer', 'P4', 'L2')];
  });
