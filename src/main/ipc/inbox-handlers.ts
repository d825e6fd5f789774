import { z } from 'zod';
import { MergedQuery } from '#shared/model/decision.ts';
import { CommonAnswer, InboxPlace, InboxQuery, InboxScope } from '#shared/model/inbox.ts';
import { succeed } from '#shared/result.ts';
import { readState, writeState } from '../database/sync-state.ts';
import { CommonAnswers } from '../records/common-answer.ts';
import { findPlace, listInbox } from '../records/decision-inbox.ts';
import { listMerged } from '../records/decisions.ts';
import { atDesk, type DeskNow } from './at-desk.ts';
import type { Handlers } from './handler.ts';
import { bulkDeskAt, manyAtDesk, type ManyTools } from './many-at-desk.ts';

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
  tools: ManyTools,
): Pick<InboxHandlers, 'preview' | 'answerMany'> {
  const answers = new CommonAnswers();
  return {
    preview: {
      input: InboxScope,
      run: atDesk(deskNow, (desk, scope) => answers.preview(bulkDeskAt(deskNow, desk), scope)),
    },
    answerMany: {
      input: CommonAnswer,
      run: manyAtDesk(deskNow, tools, (desk, given: CommonAnswer, heard) =>
        answers.answer(desk, given, heard),
      ),
    },
  };
}
