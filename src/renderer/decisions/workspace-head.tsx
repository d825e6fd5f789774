import { ActionIcon } from '@mantine/core';
import { IconArrowLeft, IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import type { Decision } from '#shared/model/decision.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Member } from '#shared/model/inbox.ts';
import { classes } from '../ui/classes.ts';
import { labelText } from '../ui/field-text.ts';
import type { Layout } from '../ui/use-layout.ts';
import css from './decisions.module.css';
import { fieldPlace, words } from './words.ts';

const inbox = wordsOf('inbox');

type HeadProps = {
  readonly decision: Decision;
  readonly layout: Layout;
  readonly current: string | undefined;
  readonly before: Member | undefined;
  readonly after: Member | undefined;
  readonly onOpen: (member: Member | undefined) => void;
  readonly onShowRecord: (id: RecordId) => void;
};

/** The head of the workspace: whose record, how far, the neighbours. */
export function WorkspaceHead(props: HeadProps): ReactElement {
  const { decision } = props;
  const isOnePane = props.layout === 'one-pane';
  return (
    <header className={classes(css.head, isOnePane && css.short)}>
      {isOnePane && <h1 className="visually-hidden">{words.title}</h1>}
      {isOnePane && (
        <ActionIcon
          aria-label={words.back}
          title={words.back}
          onClick={() => {
            props.onOpen(undefined);
          }}
        >
          <IconArrowLeft size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
      )}
      <div className={css.names}>
        <h2 className={css.name} dir="auto">
          <button
            type="button"
            className={classes('plain', css.nameLink, 'ellipsis')}
            title={words.showRecord}
            onClick={() => {
              props.onShowRecord(decision.id);
            }}
          >
            {labelText(decision.label)}
          </button>
        </h2>
        {!isOnePane && <p className={css.what}>{words.conflict({ count: decision.fields.length })}</p>}
      </div>
      <Pills decision={decision} current={props.current} />
      <Step to={props.before} label={words.previous} Icon={IconChevronUp} onOpen={props.onOpen} />
      <Step to={props.after} label={words.next} Icon={IconChevronDown} onOpen={props.onOpen} />
    </header>
  );
}

function Step(props: {
  readonly to: Member | undefined;
  readonly label: string;
  readonly Icon: typeof IconChevronUp;
  readonly onOpen: (member: Member | undefined) => void;
}): ReactElement {
  const { Icon } = props;
  return (
    <ActionIcon
      aria-label={props.label}
      title={props.label}
      disabled={props.to === undefined}
      onClick={() => {
        props.onOpen(props.to);
      }}
    >
      <Icon size={16} stroke={1.6} aria-hidden />
    </ActionIcon>
  );
}

function Pills(props: { readonly decision: Decision; readonly current: string | undefined }): ReactElement {
  const { fields } = props.decision;
  const decided = fields.filter(({ choice }) => choice !== undefined);
  const place = fields.findIndex(({ field }) => field === props.current);
  return (
    <div className={css.progress}>
      <span className="tabular" role="status" aria-label={words.progress}>
        {fieldPlace(place < 0 ? undefined : place, fields.length)}
        <span className="visually-hidden">
          {inbox.progress({ decided: decided.length, count: fields.length })}
        </span>
      </span>
      <span className={css.pills} aria-hidden>
        {fields.map(({ field, choice }) => (
          <span
            key={field}
            className={classes(css.pill, choice && css.full, field === props.current && css.current)}
          />
        ))}
      </span>
    </div>
  );
}
