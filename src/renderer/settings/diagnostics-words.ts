import { wordsOf } from '#shared/language/language.ts';
import type { ServiceTraits } from '#shared/model/service-traits.ts';
import { longTime, type Shown } from '../ui/times.ts';

/** The words of the diagnostics. */
export const words = wordsOf('diagnostics');

/** One thing about the service, in words. */
export type TraitLine = { readonly name: string; readonly text: string };

const known = <Value>(value: Value | undefined, text: (value: Value) => string): string =>
  value === undefined ? words.unknown : text(value);

/** How a version is named. */
export function versionText({ precision, isTokenEditTime }: ServiceTraits): string {
  if (precision === undefined) return words.unknown;
  if (precision === 'opaque') return words.versionOpaque;
  if (isTokenEditTime === undefined) return words[`version-${precision}`];
  return isTokenEditTime ? words[`editTime-${precision}`] : words[`ownTime-${precision}`];
}

/** How strictly an outdated write is refused; `tolerance` is in milliseconds. */
export function guardText(tolerance: number): string {
  if (tolerance < 0) return words.guardNever;
  return tolerance === 0 ? words.guardAlways : words.guardWithin({ tolerance });
}

/** How far this laptop's clock is ahead, from milliseconds. */
export function clockText(ahead: number): string {
  const seconds = Math.round(Math.abs(ahead) / 1000);
  if (seconds <= 1) return words.clockAgrees;
  const length = lengthText(seconds);
  return ahead > 0 ? words.clockAhead({ length }) : words.clockBehind({ length });
}

function lengthText(seconds: number): string {
  if (seconds < 120) return words.seconds({ count: seconds });
  if (seconds < 7200) return words.minutes({ count: Math.round(seconds / 60) });
  return seconds < 172_800
    ? words.hours({ count: Math.round(seconds / 3600) })
    : words.days({ count: Math.round(seconds / 86_400) });
}

/** Everything that is known of the service, line by line. */
export const traitLines = (traits: ServiceTraits, shown: Shown = {}): readonly TraitLine[] => [
  { name: words.versionName, text: versionText(traits) },
  { name: words.guardName, text: known(traits.tolerance, guardText) },
  {
    name: words.showsName,
    text: known(traits.showsCurrent, (shows) => (shows ? words.yes : words.showsNot)),
  },
  { name: words.deltaName, text: known(traits.hasDelta, (has) => (has ? words.yes : words.deltaNot)) },
  { name: words.etagsName, text: known(traits.hasEtags, (has) => (has ? words.yes : words.no)) },
  { name: words.idsName, text: known(traits.keepsClientIds, (keeps) => (keeps ? words.yes : words.idsNot)) },
  { name: words.clockName, text: known(traits.clockAhead, clockText) },
  { name: words.lookedAt, text: longTime(traits.seenAt, shown) || words.unknown },
];

/** The same for a support person: the lines, and the values behind them. */
export const traitDetails = (traits: ServiceTraits): string =>
  [...traitLines(traits).map(({ name, text }) => `${name}: ${text}`), JSON.stringify(traits)].join('\n');
