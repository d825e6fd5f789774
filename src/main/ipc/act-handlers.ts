import { z } from 'zod';
import type { TakenBack } from '#shared/model/act.ts';
import { OperationId } from '#shared/model/ids.ts';
import { succeed, type Result } from '#shared/result.ts';
import type { Desk } from '../desk.ts';
import { listActs, turnAct } from '../records/change-set.ts';
import { atDesk, newAct, type DeskNow } from './at-desk.ts';
import type { Handlers } from './handler.ts';

/** How many acts of earlier sessions can be taken back. */
const MOST_ACTS = 50;

const OneAct = z.strictObject({ act: OperationId });

async function turn(desk: Desk, act: OperationId, kind: 'undo' | 'redo'): Promise<Result<TakenBack>> {
  const { db, resource, ports } = desk;
  const turned = await turnAct(db, resource, { act, kind, clock: ports.clock, newId: () => newAct(desk) });
  if (turned.ok) desk.changed(turned.value.done);
  return turned;
}

/** The calls by which a person takes acts back and does them again. */
export const actHandlers = (
  deskNow: DeskNow,
): Pick<Handlers['keyAccounts'], 'acts' | 'undoAct' | 'redoAct'> => ({
  acts: {
    input: z.undefined(),
    run: atDesk(deskNow, ({ db, resource }) => succeed(listActs(db, resource, MOST_ACTS))),
  },
  undoAct: { input: OneAct, run: atDesk(deskNow, (desk, { act }) => turn(desk, act, 'undo')) },
  redoAct: { input: OneAct, run: atDesk(deskNow, (desk, { act }) => turn(desk, act, 'redo')) },
});
