import { UnreadableFilter, readLetters } from './letters.ts';
import type { Letter } from './letters.ts';

/** A word of a filter and where it begins, counted from 0 in the query. */
export type Word = { readonly text: string; readonly at: number };

const isOneOf = (letter: Letter | undefined, marks: string): boolean =>
  letter !== undefined && !letter.encoded && marks.includes(letter.text);

/** Reads a part of a query letter by letter; everything that expects something throws `UnreadableFilter`. */
export class LetterReader {
  readonly #letters: readonly Letter[];
  readonly #end: number;
  #next = 0;

  constructor(raw: string, offset: number) {
    this.#letters = readLetters(raw, offset);
    this.#end = offset + raw.length;
  }

  /** Where the next letter stands in the query, counted from 0. */
  get at(): number {
    return this.#letters[this.#next]?.at ?? this.#end;
  }

  get isAtEnd(): boolean {
    return this.#next === this.#letters.length;
  }

  /** Refuses to read on from here, or from an earlier place. */
  refuse(sentence: string, at = this.at): never {
    throw new UnreadableFilter(at, sentence);
  }

  /** Steps over a mark if it comes next, and says whether it did. */
  skips(mark: string): boolean {
    const comes = isOneOf(this.#letters[this.#next], mark);
    if (comes) this.#next += 1;
    return comes;
  }

  /** Steps over a mark that has to come next. */
  expect(mark: string): void {
    if (!this.skips(mark)) this.refuse(`a "${mark}" is expected here.`);
  }

  /** The name of a field or an operator; empty when none comes next. */
  name(): Word {
    return this.#takeWhile((letter) => !letter.encoded && /[\w.-]/.test(letter.text));
  }

  /** A value, with or without quotation marks. */
  value(): Word {
    if (this.#letters[this.#next]?.text === '"') return this.#quoted();
    const word = this.#takeWhile((letter) => !isOneOf(letter, '(),="'));
    if (word.text === '') this.refuse('a value is expected here; an empty text is written "".');
    if (isOneOf(this.#letters[this.#next], '="'))
      this.refuse('a value with this mark in it is written in quotation marks.');
    return word;
  }

  #takeWhile(belongs: (letter: Letter) => boolean): Word {
    const { at } = this;
    let text = '';
    for (let letter = this.#letters[this.#next]; letter && belongs(letter);) {
      text += letter.text;
      this.#next += 1;
      letter = this.#letters[this.#next];
    }
    return { text, at };
  }

  #quoted(): Word {
    const { at } = this;
    let text = '';
    for (this.#next += 1; !this.isAtEnd; this.#next += 1) {
      const letter = this.#letters[this.#next]?.text ?? '';
      if (letter === '"') {
        this.#next += 1;
        return { text, at };
      }
      if (letter === '\\') this.#next += 1;
      text += this.#letters[this.#next]?.text ?? '';
    }
    return this.refuse('this quotation mark is never closed; inside it, & is written %26.', at);
  }
}
