import { z } from 'zod';
import type { TakenBack } from '#shared/model/act.ts';
import { OperationId } from '#shared/model/ids.ts';
import { succeed, type Result } from '#shared/result.ts';
import type { Desk } from '../desk.ts';
import type { OneAtATime } from '../one-at-a-time.ts';
import { listActs, turnAct } from '../records/change-set.ts';
import { atDesk, newAct, type DeskNow } from './at-desk.ts';
import type { Handlers } from './handler.ts';

/** How many acts of earlier sessions can be taken back. */
const MOST_ACTS = 50;

const OneAct = z.strictObject({ act: OperationId });

type ActHandlers = Pick<Handlers['records'], 'acts' | 'undoAct' | 'redoAct'>;

async function turn(desk: Desk, act: OperationId, kind: 'undo' | 'redo'): Promise<Result<TakenBack>> {
  const { db, ports } = desk;
  const turned = await turnAct(db, { act, kind, clock: ports.clock, newId: () => newAct(desk) });
  if (turned.ok) desk.changed(turned.value.done);
  return turned;
}

/** The calls by which a person takes acts back and does them again, one at a time. */
export function actHandlers(deskNow: DeskNow, lane: OneAtATime): ActHandlers {
  const inTurn = (kind: 'undo' | 'redo'): ActHandlers['undoAct']['run'] => {
    const now = atDesk(deskNow, (desk, { act }: z.infer<typeof OneAct>) => turn(desk, act, kind));
    return (input) => lane(() => now(input));
  };
  return {
    acts: {
      input: z.undefined(),
      run: atDesk(deskNow, ({ db }) => succeed(listActs(db, MOST_ACTS))),
    },
    undoAct: { input: OneAct, run: inTurn('undo') },
    redoAct: { input: OneAct, run: inTurn('redo') },
  };
}
