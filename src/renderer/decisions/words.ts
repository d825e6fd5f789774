import { wordsOf } from '#shared/language/language.ts';
import type { MergedRecord } from '#shared/model/decision.ts';
import { fieldLabel } from '../ui/field-text.ts';
import { insideTime, spokenTime } from '../ui/times.ts';
import type { Layout } from '../ui/use-layout.ts';

/** The words of the decisions. */
export const words = wordsOf('decisions');

/** Which field is open: Field 2 of 3. */
export const fieldPlace = (index: number | undefined, count: number): string =>
  index === undefined ? words.fieldsDecided({ count }) : words.fieldPlace({ place: index + 1, count });

/** When a value was typed here. */
export const typedAt = (at: string | undefined): string =>
  at === undefined ? words.typedHere : words.typedHereAt({ time: spokenTime(at) });

/** When the server's value was made. */
export const changedAt = (at: string | undefined): string =>
  at === undefined ? words.changedThere : words.changedThereAt({ time: insideTime(at) });

/** What stands beside the button that saves, as long as there is room: Answers are kept · 2 fields left. */
export function leftText(count: number, layout: Layout): string {
  const left = count === 0 ? words.allDecided : words.left({ count });
  if (layout === 'one-pane') return left;
  return layout === 'wide' ? words.answersKeptHere({ left }) : words.answersKept({ left });
}

/** Whose values a merge took: E-mail yours, Last name server’s. */
export function mergeText({ yours, server }: MergedRecord): string {
  const parts = [
    ...yours.map((field) => words.mergedYours({ field: fieldLabel(field) })),
    ...server.map((field) => words.mergedServer({ field: fieldLabel(field) })),
  ];
  return parts.join(', ');
}
