import type { SavedLog } from '#shared/model/decision.ts';
import { countText } from '../ui/times.ts';

/** The words of the decision log. */
export const logWords = {
  label: 'Decision log',
  hint: 'What was decided about each record, by you or by the sync',
  redacted: 'Without names and values',
  save: 'Save the decision log…',
} as const;

/** What was saved, and whether its chain is whole. */
export function savedLogText({ entries, isIntact }: SavedLog): string {
  const saved = `Decision log saved: ${entries === 1 ? '1 entry' : `${countText(entries)} entries`}.`;
  if (entries === 0) return saved;
  return isIntact
    ? `${saved} Its chain is whole: nothing was changed or left out.`
    : `${saved} Its chain is broken: an entry was changed or left out. Tell your administrator.`;
}
