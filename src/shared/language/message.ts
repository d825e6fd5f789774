import { IntlMessageFormat, type Formatters } from 'intl-messageformat';

/** What a message is filled with; a number is shown as the locale writes it where the message says `{name, number}`. */
export type Value = string | number;

// What stands before the inner text of a plural, such as `one {# record}`: no argument begins there.
type Branch = `${string}${'zero' | 'one' | 'two' | 'few' | 'many' | 'other' | `=${number}`} `;
type NameIn<Text extends string> = Text extends `${infer Inside}}${string}`
  ? Inside extends `${infer Name},${string}`
    ? Name
    : Inside
  : never;

/** The names of the arguments of an ICU message. A `select` has no place here: its branches would look like arguments. */
export type ArgumentsOf<Text extends string> = Text extends `${infer Head}{${infer Tail}`
  ? (Head extends Branch ? never : NameIn<Tail>) | ArgumentsOf<Tail>
  : never;

/** A message as it is used: the sentence itself, or a function that fills it in. */
export type Sentence<Text extends string> = [ArgumentsOf<Text>] extends [never]
  ? string
  : (values: { readonly [Name in ArgumentsOf<Text>]: Value }) => string;

/** Some messages by their names. */
export type Messages = Readonly<Record<string, string>>;

/** The same messages in another language. */
export type Translation<M extends Messages> = { readonly [Name in keyof M]: string };

/** Some messages, ready to be used. */
export type Words<M extends Messages> = { readonly [Name in keyof M]: Sentence<M[Name]> };

type Ast = ReturnType<IntlMessageFormat['getAst']>;

/** Changes a message before it is filled in, as a pseudo-language does. */
export type Rewrite = (message: Ast) => Ast;

/** By whose rules numbers are written where not by those of the words, and what is done to a message before. */
export type Manner = { readonly numbers?: string; readonly rewrite?: Rewrite };

// A plural follows the words, a number the country: `0 records` is English also where a French system writes `1 234`.
const formattersOf = (words: string, numbers: string): Formatters => ({
  getNumberFormat: (_locales, options) => new Intl.NumberFormat(numbers, options),
  getDateTimeFormat: (_locales, options) => new Intl.DateTimeFormat(numbers, options),
  getPluralRules: (_locales, options) => new Intl.PluralRules(words, options),
});

/** Makes a message ready to be filled in. Throws where it is no ICU message, which a test finds. */
export function format(
  text: string,
  words: string,
  { numbers = words, rewrite = (ast) => ast }: Manner = {},
): IntlMessageFormat {
  const plain = new IntlMessageFormat(text, words, undefined, { ignoreTag: true });
  const formatters = formattersOf(words, numbers);
  return new IntlMessageFormat(rewrite(plain.getAst()), words, undefined, { formatters });
}
