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

// Making a formatter costs more than a hundred uses of it, and a screen asks for dozens.
function kept<Options, Formatter>(
  make: (options: Options | undefined) => Formatter,
): (locales: unknown, options?: Options) => Formatter {
  const made = new Map<string, Formatter>();
  return (_locales, options) => {
    const name = JSON.stringify(options ?? {});
    const known = made.get(name) ?? make(options);
    made.set(name, known);
    return known;
  };
}

// A plural follows the words, a number the country: `0 records` is English also where a French system writes `1 234`.
function formattersOf(words: string, numbers: string): Formatters {
  const name = `${words} ${numbers}`;
  const known = formatters.get(name) ?? {
    getNumberFormat: kept((options?: Intl.NumberFormatOptions) => new Intl.NumberFormat(numbers, options)),
    getDateTimeFormat: kept(
      (options?: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(numbers, options),
    ),
    getPluralRules: kept((options?: Intl.PluralRulesOptions) => new Intl.PluralRules(words, options)),
  };
  formatters.set(name, known);
  return known;
}

const formatters = new Map<string, Formatters>();

/** Makes a message ready to be filled in. Throws where it is no ICU message, which a test finds. */
export function format(
  text: string,
  words: string,
  { numbers = words, rewrite }: Manner = {},
): IntlMessageFormat {
  const options = { ignoreTag: true, formatters: formattersOf(words, numbers) };
  const read = new IntlMessageFormat(text, words, undefined, options);
  return rewrite ? new IntlMessageFormat(rewrite(read.getAst()), words, undefined, options) : read;
}
