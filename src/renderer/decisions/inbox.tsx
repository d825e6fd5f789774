import { IconDirectionSignFilled } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { DecisionSummary, MergedRecord } from '#shared/model/decision.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { classes } from '../ui/classes.ts';
import { fieldLabels, labelText } from '../ui/field-text.ts';
import { SegmentedChoice } from '../ui/segmented-choice.tsx';
import { shortTime } from '../ui/times.ts';
import css from './inbox.module.css';
import { MergedList } from './merged-list.tsx';
import { words } from './words.ts';

/** The two sides of the inbox. */
export type InboxTab = 'need' | 'merged';

/** How many merged records stand under the open decisions. */
const FEW = 3;

type InboxProps = {
  readonly decisions: readonly DecisionSummary[];
  readonly merged: readonly MergedRecord[];
  readonly tab: InboxTab;
  readonly openId: RecordId | undefined;
  readonly onTab: (tab: InboxTab) => void;
  readonly onOpen: (id: RecordId) => void;
  readonly onShowRecord: (id: RecordId) => void;
};

/** The records that need the person, and beside them those that were merged without a question. */
export function Inbox(props: InboxProps): ReactElement {
  const { decisions, merged, tab } = props;
  return (
    <section className={css.inbox} aria-label={words.inbox}>
      <header className={css.head}>
        <h1 className={css.title}>{words.title}</h1>
      </header>
      <div className={css.tabs}>
        <SegmentedChoice
          label={words.inbox}
          value={tab}
          choices={[
            { value: 'need', label: words.need({ count: decisions.length }) },
            { value: 'merged', label: words.merged({ count: merged.length }) },
          ]}
          onChoose={props.onTab}
        />
      </div>
      <div className={`scroll ${css.scrolled ?? ''}`} tabIndex={-1}>
        {tab === 'need' ? (
          <>
            <DecisionItems {...props} />
            {merged.length > 0 && <FewMerged {...props} />}
          </>
        ) : (
          <MergedList merged={merged} onShowRecord={props.onShowRecord} />
        )}
      </div>
    </section>
  );
}

function DecisionItems({ decisions, openId, onOpen }: InboxProps): ReactElement {
  if (decisions.length === 0) return <p className={css.none}>{words.emptyTitle}</p>;
  return (
    <ul aria-label={words.need({ count: decisions.length })}>
      {decisions.map((decision) => (
        <li key={decision.id} className={css.place}>
          <button
            type="button"
            className={classes('plain', css.item)}
            {...(decision.id === openId && { 'aria-current': 'true' as const, 'data-on': true })}
            onClick={() => {
              onOpen(decision.id);
            }}
          >
            <span className={css.icon}>
              <IconDirectionSignFilled size={14} aria-hidden />
            </span>
            <span className={classes(css.label, 'ellipsis')} dir="auto">
              {labelText(decision.label)}
            </span>
            <span className={css.aside}>{shortTime(decision.detectedAt)}</span>
            <span className={classes(css.fields, 'ellipsis')}>{fieldLabels(decision.fields)}</span>
            <span className={css.aside}>
              {words.decidedOf({ decided: decision.decided, of: decision.fields.length })}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function FewMerged(props: InboxProps): ReactElement {
  return (
    <section className={css.few} aria-label={words.mergedTitle}>
      <header className={css.fewHead}>
        <h2 className={css.fewTitle}>{words.mergedTitle}</h2>
        {props.merged.length > FEW && (
          <button
            type="button"
            className="link"
            onClick={() => {
              props.onTab('merged');
            }}
          >
            {words.all({ count: props.merged.length })}
          </button>
        )}
      </header>
      <MergedList merged={props.merged.slice(0, FEW)} onShowRecord={props.onShowRecord} />
    </section>
  );
}
