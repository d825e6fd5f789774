import {
  IconArrowDown,
  IconArrowUp,
  IconClock,
  IconCloud,
  IconDeviceLaptop,
  IconHistory,
  IconPencil,
} from '@tabler/icons-react';
import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import type { ConflictField } from '#shared/model/decision.ts';
import { classes } from '../ui/classes.ts';
import { Broken, ComparedValue, type Side } from '../ui/compared-value.tsx';
import { fieldLabel, inputText, isEmpty, parseInput, valueText } from '../ui/field-text.ts';
import { KeyCap } from '../ui/key-hint.tsx';
import { KeptDraft } from '../ui/record/kept-draft.tsx';
import { words as common } from '../ui/words.ts';
import { canBeTyped } from './answers.ts';
import css from './field-card.module.css';
import { TypeAnother } from './type-another.tsx';
import type { WorkspaceActs } from './use-workspace.ts';
import { changedAt, typedAt, words } from './words.ts';

/** The open field: what was before, what either side made of it, and the four answers. */
export function FieldCard(props: {
  readonly field: ConflictField;
  readonly acts: WorkspaceActs;
  readonly isTyping: boolean;
}): ReactElement {
  const { field, acts } = props;
  const card = useRef<HTMLElement>(null);
  const { isMoved } = acts;
  useEffect(() => {
    if (isMoved) card.current?.scrollIntoView({ block: 'nearest' });
  }, [isMoved]);
  const label = fieldLabel(field.field);
  return (
    <article ref={card} className={css.card} aria-label={label}>
      <header className={css.head}>
        <h3 className={css.name}>{label}</h3>
        <MoveButtons acts={acts} />
      </header>
      <div className={css.before}>
        <IconHistory size={14} stroke={1.75} aria-hidden />
        <span className={css.beforeName}>{common.before}</span>
        <span
          className={classes(css.beforeValue, isEmpty(field.base) && css.none)}
          dir="auto"
          data-selectable
        >
          <Broken text={valueText(field.field, field.base)} />
        </span>
      </div>
      <div className={css.sides}>
        <SidePart side="yours" field={field} acts={acts} />
        <SidePart side="server" field={field} acts={acts} />
      </div>
      {!props.isTyping && <KeptAnswer field={field} acts={acts} />}
      <footer className={css.foot}>
        {props.isTyping ? (
          <TypeAnother field={field} acts={acts} />
        ) : (
          <>
            {canBeTyped(field.field) && (
              <Quiet
                icon={<IconPencil size={14} stroke={1.75} aria-hidden />}
                label={words.typeAnother}
                cap="3"
                onClick={() => {
                  acts.typeAnother(true);
                }}
              />
            )}
            <Quiet
              icon={<IconClock size={14} stroke={1.75} aria-hidden />}
              label={words.decideLater}
              cap="4"
              onClick={acts.later}
            />
          </>
        )}
      </footer>
    </article>
  );
}

/** What was typed for the field and never used, offered as its answer. */
function KeptAnswer(props: {
  readonly field: ConflictField;
  readonly acts: WorkspaceActs;
}): ReactElement | null {
  const { field, local } = props.field;
  const { choose, typed } = props.acts;
  const draft = typed.keptOf(field);
  if (!draft) return null;
  return (
    <div className={css.kept}>
      <KeptDraft
        draft={draft}
        act={words.useThis}
        onSave={() => {
          choose({ side: 'other', value: parseInput(field, inputText(draft.value), local) });
        }}
        onDiscard={() => {
          typed.discard(field);
        }}
      />
    </div>
  );
}

function MoveButtons({ acts }: { readonly acts: WorkspaceActs }): ReactElement {
  return (
    <span className={css.moves}>
      <button
        type="button"
        className={classes('plain', css.move)}
        aria-label={words.previousField}
        onClick={() => {
          acts.move(-1);
        }}
      >
        <IconArrowUp size={12} stroke={2} aria-hidden />
      </button>
      <button
        type="button"
        className={classes('plain', css.move)}
        aria-label={words.nextField}
        onClick={() => {
          acts.move(1);
        }}
      >
        <IconArrowDown size={12} stroke={2} aria-hidden />
      </button>
      <span className={css.movesText}>{words.otherField}</span>
    </span>
  );
}

const sides = {
  yours: { Icon: IconDeviceLaptop, cap: '1', act: 'useYours' },
  server: { Icon: IconCloud, cap: '2', act: 'useServer' },
} as const;

function SidePart(props: {
  readonly side: Side;
  readonly field: ConflictField;
  readonly acts: WorkspaceActs;
}): ReactElement {
  const { side, field } = props;
  const { Icon, cap, act } = sides[side];
  const isChosen = field.choice?.side === side;
  return (
    <section className={css.side} aria-label={common[side]}>
      <p className={css.sideHead}>
        <span className={classes(css.sideName, css[side])}>
          <Icon size={16} stroke={1.6} aria-hidden />
          {common[side]}
        </span>
        <span className={css.when}>
          {side === 'yours' ? typedAt(field.localAt) : changedAt(field.remoteAt)}
        </span>
      </p>
      <p className={css.value} data-selectable>
        <ComparedValue
          field={field.field}
          before={field.base}
          value={side === 'yours' ? field.local : field.remote}
          side={side}
        />
      </p>
      <button
        type="button"
        className={classes('plain', css.choice)}
        aria-pressed={isChosen}
        aria-keyshortcuts={cap}
        {...(isChosen && { 'data-on': true })}
        onClick={() => {
          props.acts.choose({ side });
        }}
      >
        {words[act]}
        <KeyCap label={cap} />
      </button>
    </section>
  );
}

function Quiet(props: {
  readonly icon: ReactNode;
  readonly label: string;
  readonly cap: string;
  readonly onClick: () => void;
}): ReactElement {
  return (
    <button
      type="button"
      className={classes('plain', css.quiet)}
      aria-keyshortcuts={props.cap}
      onClick={props.onClick}
    >
      {props.icon}
      {props.label}
      <KeyCap label={props.cap} />
    </button>
  );
}
