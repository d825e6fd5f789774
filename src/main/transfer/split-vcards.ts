import { cardLines } from './vcard-lines.ts';

/** The properties of which something is taken. */
const USED: ReadonlySet<string> = new Set([
  ...['VERSION', 'UID', 'N', 'FN', 'EMAIL', 'KIND', 'X-ADDRESSBOOKSERVER-KIND'],
  ...['X-PRIMARY', 'X-SSO-GUID', 'X-LAST-DOWNLOAD'],
]);
/** What is said of the card and not of the person. */
const TECHNICAL: ReadonlySet<string> = new Set(['PRODID', 'REV']);

/** A card as it stands in the file. */
export type Card = {
  /** The lines that are used, by the names of their properties. */
  readonly lines: ReadonlyMap<string, readonly string[]>;
  /** The names of the other properties. */
  readonly others: ReadonlySet<string>;
  /** Whether it is of version 2.1. */
  readonly isOld: boolean;
  /** Whether it has its beginning and its end. */
  readonly isWhole: boolean;
  /** Whether there is something that is no line where a used one stands. */
  readonly isTorn: boolean;
};

const IS_OLD = /:\s*2\.1\s*$/u;
const FRAME = /^(?:BEGIN|END):VCARD\s*$/iu;
const OPENS_AGENT = /:BEGIN:VCARD\s*$/iu;

const frameOf = (name: string, raw: string): string | undefined => (FRAME.test(raw) ? name : undefined);

/** Goes through the cards of a text. Lines outside of any make one that is not whole, so that nothing goes unseen. */
export function* splitCards(text: string): Generator<Card> {
  let card: OpenCard | undefined;
  for (const { name, raw } of cardLines(text)) {
    const frame = frameOf(name, raw);
    if (frame === 'BEGIN' && !card?.isBeforeAgent) {
      if (card) yield card.closed(false);
      card = new OpenCard(true);
      continue;
    }
    card ??= new OpenCard(false);
    if (frame === 'END' && !card.isInAgent) {
      yield card.closed(true);
      card = undefined;
    } else card.add(name, { raw, frame });
  }
  if (card) yield card.closed(false);
}

/** A card whose end was not seen yet. */
class OpenCard {
  readonly #lines = new Map<string, string[]>();
  readonly #others = new Set<string>();
  #isTorn = false;
  #last = '';
  /** How many cards are open within it: in version 2.1 an agent is one. */
  #depth = 0;

  constructor(readonly hasBegin: boolean) {}

  get isBeforeAgent(): boolean {
    return this.#last === 'AGENT';
  }

  get isInAgent(): boolean {
    return this.#depth > 0;
  }

  add(name: string, { raw, frame }: { raw: string; frame: string | undefined }): void {
    const before = this.#last;
    if (name !== '') this.#last = name;
    if (frame !== undefined) this.#depth += frame === 'BEGIN' ? 1 : -1;
    else if (!this.isInAgent) this.#keep(name, { raw, before });
    if (name === 'AGENT' && OPENS_AGENT.test(raw)) this.#depth += 1;
  }

  #keep(name: string, { raw, before }: { raw: string; before: string }): void {
    const lines = this.#lines.get(name);
    if (name === '') this.#isTorn ||= before === '' || USED.has(before);
    else if (lines) lines.push(raw);
    else if (USED.has(name)) this.#lines.set(name, [raw]);
    else if (!TECHNICAL.has(name)) this.#others.add(name);
  }

  closed(hasEnd: boolean): Card {
    const isWhole = this.hasBegin && hasEnd;
    const isOld = IS_OLD.test(this.#lines.get('VERSION')?.[0] ?? '');
    return { lines: this.#lines, others: this.#others, isOld, isWhole, isTorn: this.#isTorn };
  }
}
