import type { ServiceTraits } from '#shared/model/service-traits.ts';
import { countText, longTime, type Shown } from '../ui/times.ts';

/** The words of the diagnostics. */
export const words = {
  title: 'Diagnostics',
  hint: 'What the service was seen to do, and what the app relies on. Test the connection to look again.',
  unknown: 'Not known yet',
  copy: 'Copy details',
  copied: 'Copied',
  unguarded:
    'This service takes every write, also one that is out of date. The app looks at the newest version before each write, but somebody who writes in the same moment could be overwritten. Tell your administrator.',
} as const;

/** One thing about the service, in words. */
export type TraitLine = { readonly name: string; readonly text: string };

const known = <Value>(value: Value | undefined, text: (value: Value) => string): string =>
  value === undefined ? words.unknown : text(value);

const finenessWord: Readonly<Record<NonNullable<ServiceTraits['precision']>, string>> = {
  seconds: ', in whole seconds',
  milliseconds: ', in milliseconds',
  finer: ', finer than milliseconds',
  opaque: '',
};

/** How a version is named. */
export function versionText({ precision, isTokenEditTime }: ServiceTraits): string {
  if (precision === undefined) return words.unknown;
  if (precision === 'opaque') return 'A name of the service’s own, which is no time';
  const whose =
    isTokenEditTime === undefined
      ? 'A time'
      : isTokenEditTime
        ? 'The time of the edit'
        : 'The service’s own time';
  return `${whose}${finenessWord[precision]}`;
}

/** How strictly an outdated write is refused; `tolerance` is in milliseconds. */
export function guardText(tolerance: number): string {
  if (tolerance < 0) return 'Never refused';
  if (tolerance === 0) return 'Always refused';
  return `Refused, but not within ${countText(tolerance)} ms of the newest version`;
}

/** How far this laptop's clock is ahead, from milliseconds. */
export function clockText(ahead: number): string {
  const seconds = Math.round(Math.abs(ahead) / 1000);
  if (seconds <= 1) return 'Agrees with the service';
  return `${lengthText(seconds)} ${ahead > 0 ? 'ahead of' : 'behind'} the service; this decides nothing`;
}

function lengthText(seconds: number): string {
  if (seconds < 120) return `${countText(seconds)} s`;
  if (seconds < 7200) return `${countText(Math.round(seconds / 60))} min`;
  return seconds < 172_800
    ? `${countText(Math.round(seconds / 3600))} h`
    : `${countText(Math.round(seconds / 86_400))} days`;
}

/** Everything that is known of the service, line by line. */
export const traitLines = (traits: ServiceTraits, shown: Shown = {}): readonly TraitLine[] => [
  { name: 'A version is named by', text: versionText(traits) },
  { name: 'A write that is out of date', text: known(traits.tolerance, guardText) },
  {
    name: 'A refusal brings the newest version',
    text: known(traits.showsCurrent, (shows) => (shows ? 'Yes' : 'No, the app asks for it')),
  },
  {
    name: 'Only what changed can be asked for',
    text: known(traits.hasDelta, (has) => (has ? 'Yes' : 'No, the whole list is compared')),
  },
  {
    name: 'An unchanged list is not sent again',
    text: known(traits.hasEtags, (has) => (has ? 'Yes' : 'No')),
  },
  {
    name: 'A new record keeps this laptop’s id',
    text: known(traits.keepsClientIds, (keeps) => (keeps ? 'Yes' : 'No, the service gives its own')),
  },
  { name: 'This laptop’s clock', text: known(traits.clockAhead, clockText) },
  { name: 'Looked at', text: longTime(traits.seenAt, shown) || words.unknown },
];

/** The same for a support person: the lines, and the values behind them. */
export const traitDetails = (traits: ServiceTraits): string =>
  [...traitLines(traits).map(({ name, text }) => `${name}: ${text}`), JSON.stringify(traits)].join('\n');
