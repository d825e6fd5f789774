import { locale, wordsOf } from '#shared/language/language.ts';
import type { Round } from '#shared/model/sync-status.ts';

const words = wordsOf('syncCentre');
const failures = wordsOf('roundFailures');

/** What a round did, or why it did not reach its end. */
export function roundTitle({ sent, got, failure }: Round): string {
  if (failure) return failures[failure.kind];
  return exchanged(sent, got) ?? words.nothingNew;
}

function exchanged(sent: number, got: number): string | undefined {
  if (sent > 0 && got > 0) return words.sentAndGot({ sent, got });
  if (sent > 0) return words.sent({ sent });
  return got > 0 ? words.got({ got }) : undefined;
}

/** What else is to be known of a round; empty where there is nothing. */
export function roundNote(round: Round): string {
  const { sent, got, merged, decisions, refused, unanswered, failure } = round;
  const done = failure ? exchanged(sent, got) : undefined;
  const parts = [
    ...(done === undefined ? [] : [done]),
    ...(failure ? [words.stopped] : []),
    ...(refused > 0 ? [words.roundRefused({ count: refused })] : []),
    ...(unanswered > 0 ? [words.roundUnanswered({ count: unanswered })] : []),
    ...(merged > 0 ? [words.roundMerged({ count: merged })] : []),
    ...(decisions > 0 ? [words.roundDecisions({ count: decisions })] : []),
  ];
  return new Intl.ListFormat(locale().formats, { type: 'unit', style: 'short' }).format(parts);
}

/** How long a round took: 1.8 s. */
export function tookText({ took }: Round): string {
  const seconds = took / 1000;
  const maximumFractionDigits = seconds < 10 ? 1 : 0;
  return words.seconds({ seconds: seconds.toLocaleString(locale().formats, { maximumFractionDigits }) });
}
