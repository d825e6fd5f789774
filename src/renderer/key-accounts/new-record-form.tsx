import { Button, Switch } from '@mantine/core';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import type { Draft } from '#shared/model/draft.ts';
import type { FieldValue, Values } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { useCommands } from '../api/commands.ts';
import { dropNewDraft, useDrafts, useFieldsKeeper } from '../api/drafts.ts';
import { spokenKeys } from '../ui/accelerator.ts';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { fieldLabel, flagText, inputText, looksLikeEmail, nameText } from '../ui/field-text.ts';
import { KeyHint } from '../ui/key-hint.tsx';
import { sinceTime } from '../ui/times.ts';
import { AlikeHint } from './alike-hint.tsx';
import css from '../ui/record/record.module.css';
import { useSaveNew } from './use-save-new.ts';
import { recordWords as words } from '../ui/record/record-words.ts';

type FormProps = {
  readonly seed: Values;
  readonly onMade: (id: RecordId) => void;
  /** Leads to a record that is here already; what was typed is kept. */
  readonly onOpen: (id: RecordId) => void;
  readonly onDiscard: () => void;
};

const textFields = ['first_name', 'last_name', 'email', 'remote_id', 'last_download'] as const;

/** The form of a new record; it is made by its button, by Ctrl+Enter, or by leaving it with something typed. */
export function NewRecordForm(props: FormProps): ReactElement | null {
  const drafts = useDrafts(undefined);
  if (!drafts.isFetchedAfterMount) return null;
  return <FilledForm {...props} drafts={drafts.data ?? []} />;
}

function FilledForm(props: FormProps & { readonly drafts: readonly Draft[] }): ReactElement {
  const [kept] = useState(props.drafts);
  // What was typed last time comes before what a search would fill in.
  const [given] = useState(() => (kept.length > 0 ? valuesOf(kept) : props.seed));
  const [values, setValues] = useState<Values>(given);
  // What was typed before the app was killed is saved when a person says so, not by leaving it.
  const isKept = kept.length > 0 && values === given;
  const keeper = useFieldsKeeper(undefined);
  const { failure, save, discard } = useSaveNew(values, {
    isLeftAlone: isKept,
    onSaving: keeper.stop,
    onMade: props.onMade,
  });
  useCommands({ 'save-record': save });
  const set = (field: string, value: FieldValue): void => {
    setValues((before) => ({ ...before, [field]: value }));
    keeper.keep(field, value, null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.code !== 'Enter' || event.nativeEvent.isComposing) return;
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    save();
  };
  return (
    <form
      className={css.form}
      aria-label={words.newTitle}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className={`scroll ${css.scrolled ?? ''}`}>
        <h2 className={css.name} dir="auto">
          {nameText(values) === nameText({}) ? words.newTitle : nameText(values)}
        </h2>
        <p className={css.state}>
          <span className={css.note}>
            {isKept ? words.notSavedFrom({ time: sinceTime(newestOf(kept)) }) : words.newHint}
          </span>
        </p>
        <AlikeHint
          values={values}
          onOpen={(id) => {
            discard();
            // What a search filled in is kept as well.
            for (const [field, value] of Object.entries(values)) keeper.keep(field, value, null);
            keeper.keepNow();
            props.onOpen(id);
          }}
        />
        <div className={css.body}>
          {textFields.slice(0, 3).map((field, place) => (
            <NewText key={field} field={field} values={values} onChange={set} hasFocus={place === 0} />
          ))}
          <NewFlag value={values['primary'] ?? null} onChange={set} />
          {textFields.slice(3).map((field) => (
            <NewText key={field} field={field} values={values} onChange={set} hasFocus={false} />
          ))}
          {failure && <FailureNotice failure={failure} kept={undefined} onAction={save} />}
        </div>
      </div>
      <footer className={css.foot}>
        <Button variant="filled" type="submit" aria-keyshortcuts={spokenKeys('CmdOrCtrl+Enter')}>
          {words.saveNew}
        </Button>
        <KeyHint keys="CmdOrCtrl+Enter" />
        <span className={css.grow} />
        <Button
          variant="subtle"
          onClick={() => {
            discard();
            keeper.stop();
            void dropNewDraft();
            props.onDiscard();
          }}
        >
          {words.discardNew}
        </Button>
      </footer>
    </form>
  );
}

const valuesOf = (drafts: readonly Draft[]): Values =>
  Object.fromEntries(drafts.map(({ field, value }) => [field, value]));

const newestOf = (drafts: readonly Draft[]): string =>
  drafts
    .map(({ at }) => at)
    .sort()
    .at(-1) ?? '';

function placeholderOf(field: string): string {
  if (field === 'email') return words.noEmail;
  return field === 'remote_id' ? words.addReference : words.empty;
}

function NewText(props: {
  readonly field: string;
  readonly values: Values;
  readonly onChange: (field: string, value: FieldValue) => void;
  readonly hasFocus: boolean;
}): ReactElement {
  const { field, values } = props;
  const id = useId();
  const noteId = useId();
  const input = useRef<HTMLInputElement>(null);
  const { hasFocus } = props;
  useEffect(() => {
    if (hasFocus) input.current?.focus();
  }, [hasFocus]);
  const text = inputText(values[field]);
  return (
    <div className={css.field}>
      <label className={css.label} htmlFor={id}>
        {fieldLabel(field)}
      </label>
      <div className={css.control}>
        <input
          ref={input}
          id={id}
          type="text"
          dir="auto"
          className={css.input}
          value={text}
          placeholder={placeholderOf(field)}
          spellCheck={false}
          autoComplete="off"
          maxLength={10_000}
          aria-describedby={noteId}
          onChange={(event) => {
            const typed = event.currentTarget.value;
            props.onChange(field, typed === '' ? null : typed);
          }}
        />
        <p id={noteId} className={css.newNote}>
          {field === 'email' && text !== '' && !looksLikeEmail(text) && words.emailHint}
        </p>
      </div>
    </div>
  );
}

function NewFlag(props: {
  readonly value: FieldValue;
  readonly onChange: (field: string, value: FieldValue) => void;
}): ReactElement {
  const id = useId();
  return (
    <div className={css.field}>
      <label className={css.label} htmlFor={id}>
        {fieldLabel('primary')}
      </label>
      <div className={css.control}>
        <div className={css.flag}>
          <Switch
            id={id}
            checked={props.value === true}
            onChange={(event) => {
              props.onChange('primary', event.currentTarget.checked);
            }}
          />
          <span className={css.flagText}>{flagText(props.value)}</span>
        </div>
      </div>
    </div>
  );
}
