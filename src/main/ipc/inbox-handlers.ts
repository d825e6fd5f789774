import { z } from 'zod';
import { MergedQuery } from '#shared/model/decision.ts';
import { CommonAnswer, InboxPlace, InboxQuery, InboxScope } from '#shared/model/inbox.ts';
import { succeed } from '#shared/result.ts';
import { readState, writeState } from '../database/sync-state.ts';
import { asAct } from '../records/change-set.ts';
import { CommonAnswers } from '../records/common-answer.ts';
import { findPlace, listInbox } from '../records/decision-inbox.ts';
import { listMerged } from '../records/decisions.ts';
import { atDesk, nowAt, type DeskNow } from './at-desk.ts';
import type { Handlers } from './handler.ts';

type InboxHandlers = Pick<
  Handlers['decisions'],
  'inbox' | 'place' | 'keepPlace' | 'find' | 'preview' | 'answerMany' | 'merged'
>;

/** The calls about the inbox of decisions: its windows, the place in it, and one answer for many records. */
export const inboxHandlers = (deskNow: DeskNow): InboxHandlers => ({
  ...placeHandlers(deskNow),
  ...commonAnswerHandlers(deskNow),
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

function commonAnswerHandlers(deskNow: DeskNow): Pick<InboxHandlers, 'preview' | 'answerMany'> {
  const answers = new CommonAnswers();
  return {
    preview: {
      input: InboxScope,
      run: atDesk(deskNow, ({ db, ports }, scope) =>
        succeed(answers.preview(db, { scope, name: ports.newId() })),
      ),
    },
    answerMany: {
      input: CommonAnswer,
      run: atDesk(deskNow, (desk, given) => {
        const { db } = desk;
        const at = nowAt(desk);
        const done = asAct(db, {
          act: given.act,
          kind: 'decide',
          at,
          work: () => answers.answer(db, { given, at }),
        });
        if (!done.ok) return done;
        const { ids, ...outcome } = done.value;
        if (ids.length > 0) desk.changed(ids);
        return succeed(outcome);
      }),
    },
  };
}
