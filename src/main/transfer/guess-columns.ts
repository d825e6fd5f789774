import { fields as germanFields } from '#shared/language/de/fields.ts';
import { tableColumns as germanColumns } from '#shared/language/de/table-columns.ts';
import { fields as englishFields } from '#shared/language/en/fields.ts';
import { tableColumns as englishColumns } from '#shared/language/en/table-columns.ts';
import { fold } from '#shared/model/fold.ts';
import { ImportTarget, type MatchBy } from '#shared/model/import.ts';

/** What else people call the columns, folded and without anything but letters and digits. */
const otherNames: Readonly<Record<ImportTarget, readonly string[]>> = {
  id: ['id', 'recordid', 'uid', 'uuid'],
  first_name: ['given', 'givenname', 'forename', 'rufname'],
  last_name: ['surname', 'familyname', 'name', 'familienname', 'zuname'],
  email: ['mail', 'emailaddress', 'mailaddress', 'emailadresse', 'mailadresse'],
  primary: ['main', 'maincontact', 'primarycontact', 'haupt', 'hauptkontakt', 'hauptansprechpartner'],
  remote_id: ['guid', 'ssoid', 'sso', 'reference', 'referenz'],
  last_download: ['downloaded', 'lastdownloaded', 'download'],
};

const key = (title: string): string => fold(title).replaceAll(/[^\p{L}\p{N}]+/gu, '');

const namesOf = (target: ImportTarget): string[] => [
  target,
  ...[englishFields, germanFields, englishColumns, germanColumns].flatMap((names) => {
    const name = (names as Readonly<Record<string, string>>)[target];
    return name === undefined ? [] : [name];
  }),
  ...otherNames[target],
];

const known = new Map(
  ImportTarget.options.flatMap((target) =>
    namesOf(target).map((name): [string, ImportTarget] => [key(name), target]),
  ),
);

/** Guesses where each column goes by its name, in English or German; no two go to the same field. */
export function guessColumns(titles: readonly string[]): (ImportTarget | null)[] {
  const taken = new Set<ImportTarget>();
  return titles.map((title) => {
    const target = known.get(key(title));
    if (target === undefined || taken.has(target)) return null;
    taken.add(target);
    return target;
  });
}

/** By what rows are best told to be records that are here already. */
export function guessMatch(columns: readonly (ImportTarget | null)[]): MatchBy {
  const ways = ['id', 'remote_id', 'email'] as const;
  return ways.find((way) => columns.includes(way)) ?? 'nothing';
}
