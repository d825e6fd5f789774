import { createHash } from 'node:crypto';
import type { Happening } from './account.ts';

/** Who a token acts as. A token stands for a team and for nobody in particular, so its colleagues share one name. */
export function actorOf(team: string): Happening['by'] {
  const number = createHash('sha256').update(team).digest().readUInt32BE() % 100_000_000;
  const digits = String(number).padStart(8, '0');
  return { id: `USR-${digits.slice(0, 4)}-${digits.slice(4)}`, name: `Team ${team}` };
}
