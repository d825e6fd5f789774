import type { BackUp, BackUpReason, Salvaged } from '#shared/model/storage.ts';
import { countText } from './times.ts';

const plural = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${countText(count)} ${many}`;

/** Joins parts of a sentence: a, b and c. */
export function joined(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

/** What is unsent or open, in a list: 3 unsent changes, 1 new record and 1 open decision. */
export function unsentText({ changes, created, decisions }: Omit<Salvaged, 'records'>): string {
  return joined([
    ...(changes > 0 ? [plural(changes, 'unsent change', 'unsent changes')] : []),
    ...(created > 0 ? [plural(created, 'new record', 'new records')] : []),
    ...(decisions > 0 ? [plural(decisions, 'open decision', 'open decisions')] : []),
  ]);
}

/** How many things are unsent or open. */
export const unsentCount = ({ changes, created, decisions }: Salvaged): number =>
  changes + created + decisions;

/** What could not be read, where anything could not. */
export function lostText({ lost, unreadablePages }: Salvaged): string | undefined {
  if (lost.length > 0) return `${plural(lost.length, 'unsent change', 'unsent changes')} could not be read.`;
  return unreadablePages > 0 ? 'Parts of the file could not be read.' : undefined;
}

/** How much is in a back-up: 12,480 records, 3 of them with unsent changes. */
export function contentText({ records, unsent }: BackUp): string {
  const text = plural(records, 'record', 'records');
  return unsent === 0 ? text : `${text}, ${plural(unsent, 'of them unsent', 'of them unsent')}`;
}

/** Why a back-up was made. */
export const reasonWords: Readonly<Record<BackUpReason, string>> = {
  daily: 'Every day',
  person: 'By you',
  'before-update': 'Before an update',
  'before-restore': 'Before a restore',
};
