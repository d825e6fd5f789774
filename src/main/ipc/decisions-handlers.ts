import { z } from 'zod';
import { ChooseField, SaveDecision } from '#shared/model/decision.ts';
import { RecordId } from '#shared/model/ids.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import { keepDraft } from '../database/drafts.ts';
import type { Desk } from '../desk.ts';
import { asAct } from '../records/change-set.ts';
import { readDecision } from '../records/decisions.ts';
import { chooseField, saveDecision } from '../records/decide.ts';
import { logText } from '../records/log-text.ts';
import { overwrite, readServerCopy } from '../sync/overwrite.ts';
import type { RoundContext } from '../sync/round-context.ts';
import { atDesk, atRecord, idAt, newAct, nowAt, type DeskNow } from './at-desk.ts';
import type { Handlers } from './handler.ts';
import { inboxHandlers } from './inbox-handlers.ts';
import type { ManyTools } from './many-at-desk.ts';
import { answerChanged } from './record-answer.ts';

/** Saves a text where a person says; false when they say nowhere. */
export type SaveText = (file: { readonly name: string; readonly text: string }) => Promise<boolean>;

/** Does one piece of work with the service between two rounds; fails while a person works offline by choice. */
async function withService<Out>(
  desk: Desk,
  work: (context: RoundContext) => Promise<Result<Out>>,
): Promise<Result<Out>> {
  const answer = await desk.loop.betweenRounds(desk.resource, work);
  return answer ?? fail({ code: 'offline-by-choice' });
}

const saveLogHandler = (deskNow: DeskNow, saveText: SaveText): Handlers['decisions']['saveLog'] => ({
  input: z.strictObject({ redacted: z.boolean() }),
  run: atDesk(deskNow, async (desk, { redacted }) => {
    const { text, ...saved } = await logText(desk.db, desk.ports.clock, { redacted });
    const isSaved = await saveText({ name: 'decision-log.jsonl', text });
    return succeed(isSaved ? saved : undefined);
  }),
});

/** The server's copy as it is now, and the second step that puts the one of here in its place. */
const overwriteHandlers = (deskNow: DeskNow): Pick<Handlers['decisions'], 'serverCopy' | 'overwrite'> => ({
  serverCopy: {
    input: z.strictObject({ id: RecordId }),
    run: atRecord(deskNow, (desk, { id }) => withService(desk, (context) => readServerCopy(context, id))),
  },
  overwrite: {
    input: SaveDecision,
    run: atRecord(deskNow, async (desk, { act = newAct(desk), ...version }) => {
      const overwritten = await withService(desk, (context) => overwrite(context, { ...version, act }));
      return answerChanged(desk, overwritten, version.id);
    }),
  },
});

/** The calls about decisions. */
export const decisionsHandlers = (
  deskNow: DeskNow,
  { saveText, ...many }: ManyTools & { readonly saveText: SaveText },
): Handlers['decisions'] => ({
  ...inboxHandlers(deskNow, many),
  get: {
    input: z.strictObject({ id: RecordId }),
    run: atRecord(deskNow, (desk, { id }) => {
      const decision = readDecision(desk.db, desk.resource, idAt(desk, id));
      return decision ? succeed(decision) : fail({ code: 'stale-decision', id });
    }),
  },
  choose: {
    input: ChooseField,
    run: atRecord(deskNow, (desk, input) => {
      const { db, resource } = desk;
      const at = nowAt(desk);
      const chosen = db.transaction(() => {
        const kept = chooseField(db, resource, { ...input, at });
        // What has an answer is no draft any more: both are true at the same moment.
        if (kept.ok && input.choice) keepDraft(db, resource, { ...input, value: undefined, seen: null, at });
        return kept;
      });
      const decision = readDecision(db, resource, input.id);
      if (!chosen.ok) return chosen;
      desk.tell([input.id]);
      return decision ? succeed(decision) : fail({ code: 'stale-decision', id: input.id });
    }),
  },
  save: {
    input: SaveDecision,
    run: atRecord(deskNow, (desk, { act, ...version }) => {
      const at = nowAt(desk);
      const work = (): Result<undefined> => saveDecision(desk.db, desk.resource, { version, at });
      const kept = asAct(desk.db, { act: act ?? newAct(desk), kind: 'decide', at, work });
      return answerChanged(desk, kept, version.id);
    }),
  },
  saveLog: saveLogHandler(deskNow, saveText),
  ...overwriteHandlers(deskNow),
});
