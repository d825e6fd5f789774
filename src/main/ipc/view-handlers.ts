import { z } from 'zod';
import { SavedView, ViewId } from '#shared/model/view.ts';
import { succeed, type Result } from '#shared/result.ts';
import { listViews, removeView, saveView } from '../database/saved-views.ts';
import type { Desk } from '../desk.ts';
import { atDesk, type DeskNow } from './at-desk.ts';
import type { Handlers } from './handler.ts';

const answer = ({ db, resource }: Desk): Result<readonly SavedView[]> => succeed(listViews(db, resource));

/** The calls about saved views; each answers all of them. */
export const viewHandlers = (deskNow: DeskNow): Handlers['views'] => ({
  list: { input: z.undefined(), run: atDesk(deskNow, answer) },
  save: {
    input: SavedView,
    run: atDesk(deskNow, (desk, view) => {
      saveView(desk.db, desk.resource, view);
      return answer(desk);
    }),
  },
  remove: {
    input: z.strictObject({ id: ViewId }),
    run: atDesk(deskNow, (desk, { id }) => {
      removeView(desk.db, desk.resource, id);
      return answer(desk);
    }),
  },
});
