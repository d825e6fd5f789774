import { wordsOf } from '#shared/language/language.ts';
import type { ConnectionTest } from '#shared/model/settings.ts';

const words = wordsOf('settings');

/** The outcome of a test of the connection that succeeded. */
export function testText({ took, total }: ConnectionTest): string {
  const whole = Math.round(took);
  return total === undefined ? words.reached({ took: whole }) : words.reachedTotal({ took: whole, total });
}
