import { z } from 'zod';
import { MergedQuery } from '#shared/model/decision.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { CommonAnswer, InboxPlace, InboxQuery, InboxScope, type CommonOutcome } from '#shared/model/inbox.ts';
import { succeed, type Result } from '#shared/result.ts';
import { readState, writeState } from '../database/sync-state.ts';
import type { Desk } from '../desk.ts';
import { CommonAnswers, type AnswerDesk } from '../records/common-answer.ts';
import { findPlace, listInbox } from '../records/decision-inbox.ts';
import { listMerged } from '../records/decisions.ts';
import { atDesk, type DeskNow } from './at-desk.ts';
import type { Handlers } from './handler.ts';
import type { ManyTools } from './selection-handlers.ts';

type InboxHandlers = Pick<
  Handlers['decisions'],
  'inbox' | 'place' | 'keepPlace' | 'find' | 'preview' | 'answerMany' | 'merged'
>;

/** The calls about the inbox of decisions: its windows, the place in it, and one answer for many records. */
export const inboxHandlers = (deskNow: DeskNow, tools: ManyTools): InboxHandlers => ({
  ...placeHandlers(deskNow),
  ...commonAnswerHandlers(deskNow, tools),
  inbox: {
    input: InboxQuery,
    run: atDesk(deskNow, ({ db }, query) => succeed(listInbox(db, query))),
  },
  merged: {
    input: MergedQuery,
    run: atDesk(deskNow, ({ db }, window) => succeed(listMerged(db, window))),
  },
});

const placeHandlers = (deskNow: DeskNow): Pick<InboxHandlers, 'place' | 'keepPlace' | 'find'> => ({
  place: {
    input: z.undefined(),
    run: atDesk(deskNow, ({ db }) => succeed(readState(db, 'inbox_place') ?? { grouping: 'record' })),
  },
  keepPlace: {
    input: InboxPlace,
    run: atDesk(deskNow, ({ db }, place) => {
      writeState(db, 'inbox_place', place);
      return succeed(undefined);
    }),
  },
  find: {
    input: InboxPlace,
    run: atDesk(deskNow, ({ db }, place) => succeed(findPlace(db, place))),
  },
});

function commonAnswerHandlers(
  deskNow: DeskNow,
  { lane, onProgress }: ManyTools,
): Pick<InboxHandlers, 'preview' | 'answerMany'> {
  const answers = new CommonAnswers();
  const answerDesk = (desk: Desk): AnswerDesk => ({ ...desk, isOpen: () => deskNow() === desk });
  const answer = atDesk(deskNow, async (desk, given: CommonAnswer): Promise<Result<CommonOutcome>> => {
    const done: RecordId[] = [];
    try {
      return await answers.answer(answerDesk(desk), given, { done, onProgress });
    } finally {
      // Whatever came between: what was answered is shown, and goes to the service.
      if (done.length > 0 && deskNow() === desk) desk.changed(done);
    }
  });
  return {
    preview: {
      input: InboxScope,
      run: atDesk(deskNow, (desk, scope) => answers.preview(answerDesk(desk), scope)),
    },
    answerMany: { input: CommonAnswer, run: (given) => lane(() => answer(given)) },
  };
}
