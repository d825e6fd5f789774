import { useRef, useState, type ReactElement } from 'react';
import type { Decision } from '#shared/model/decision.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Member } from '#shared/model/inbox.ts';
import { useDecision } from '../api/decisions.ts';
import { failureOf } from '../api/failure-error.ts';
import { useCommands } from '../api/commands.ts';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { useSingleKeys } from '../ui/key-settings.ts';
import { isCommandKey, isOverlayOpen, isTextTarget } from '../ui/keyboard.ts';
import type { Layout } from '../ui/use-layout.ts';
import { useWindowKeys } from '../ui/use-window-keys.ts';
import { undecided } from './answers.ts';
import css from './decisions.module.css';
import { FieldCard } from './field-card.tsx';
import { FieldLine } from './field-line.tsx';
import { OverwriteDialog } from './overwrite-dialog.tsx';
import { ResultingRecord } from './resulting-record.tsx';
import { runKey, useWorkspace, workspaceKey, type WorkspaceActs } from './use-workspace.ts';
import { words } from './words.ts';
import { WorkspaceFoot } from './workspace-foot.tsx';
import { WorkspaceHead } from './workspace-head.tsx';

type WorkspaceProps = {
  readonly id: RecordId;
  readonly layout: Layout;
  readonly kept: number;
  /** The field to begin with; `undefined` for the first one without an answer. */
  readonly field: string | undefined;
  readonly before: Member | undefined;
  readonly after: Member | undefined;
  readonly onOpen: (member: Member | undefined) => void;
  /** The decision is done; what comes next is the caller's. */
  readonly onSettled: () => void;
  readonly onShowRecord: (id: RecordId) => void;
};

/** One record whose conflict is open: every field with its three versions, and the record that results. */
export function Workspace(props: WorkspaceProps): ReactElement | null {
  const decision = useDecision(props.id);
  if (decision.data) return <OpenDecision {...props} decision={decision.data} />;
  if (decision.error === null) return null;
  return (
    <div className={css.failure}>
      <FailureNotice
        failure={failureOf(decision.error)}
        kept={props.kept}
        onAction={() => void decision.refetch()}
      />
    </div>
  );
}

function OpenDecision(props: WorkspaceProps & { readonly decision: Decision }): ReactElement {
  const { decision, layout } = props;
  const acts = useWorkspace(decision, { field: props.field, onSettled: props.onSettled });
  const [isOverwriting, setOverwriting] = useState(false);
  const left = undecided(decision).length;
  useWorkspaceKeys(acts);
  const body = useRef<HTMLDivElement>(null);
  return (
    <section className={css.workspace} aria-label={words.workspace}>
      <WorkspaceHead {...props} current={acts.current} />
      <div ref={body} className={`scroll ${css.scrolled ?? ''}`} tabIndex={-1}>
        <div className={css.cards}>
          {decision.fields.map((field) =>
            field.field === acts.current ? (
              <FieldCard key={field.field} field={field} acts={acts} isTyping={acts.isTyping} />
            ) : (
              <FieldLine
                key={field.field}
                field={field}
                isTyped={acts.typed.keptOf(field.field) !== undefined}
                onOpen={acts.go}
              />
            ),
          )}
        </div>
        <ResultingRecord decision={decision} />
      </div>
      <WorkspaceFoot
        layout={layout}
        left={left}
        canSave={acts.canSave}
        onSave={acts.save}
        onOverwrite={() => {
          void acts.typed.keep().then(setOverwriting);
        }}
      />
      {isOverwriting && (
        <OverwriteDialog
          decision={decision}
          kept={props.kept}
          onClose={() => {
            setOverwriting(false);
          }}
          onSettled={props.onSettled}
        />
      )}
    </section>
  );
}

/** Keys 1 to 4 answer, the arrows lead to another field, Ctrl+Enter saves, Ctrl+Z takes the last answer back. */
function useWorkspaceKeys(acts: WorkspaceActs): void {
  const hasSingleKeys = useSingleKeys();
  useCommands({ undo: acts.takeBack });
  useWindowKeys((event) => {
    if (isOverlayOpen()) return;
    const isSave = isCommandKey(event, 'Enter') || isCommandKey(event, 'NumpadEnter');
    if (isSave) {
      event.preventDefault();
      acts.save();
      return;
    }
    if (isTextTarget(event.target)) return;
    const key = workspaceKey(event.code);
    if (key === undefined || hasModifier(event)) return;
    if (!hasSingleKeys && event.key.length === 1) return;
    event.preventDefault();
    runKey(key, acts);
  });
}

const hasModifier = (event: KeyboardEvent): boolean =>
  event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
