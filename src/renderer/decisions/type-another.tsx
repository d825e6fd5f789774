import { Button } from '@mantine/core';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { ConflictField } from '#shared/model/decision.ts';
import type { FieldValue } from '#shared/model/field.ts';
import { fieldLabel, flagText, inputText, parseInput } from '../ui/field-text.ts';
import { useLeaving } from '../ui/use-leaving.ts';
import { words as common } from '../ui/words.ts';
import css from './field-card.module.css';
import type { WorkspaceActs } from './use-workspace.ts';
import { words } from './words.ts';

type AnotherProps = { readonly field: ConflictField; readonly acts: WorkspaceActs };

/** The answer that is neither side's: typed, or for a flag one of its three values. */
export function TypeAnother(props: AnotherProps): ReactElement {
  return props.field.field === 'primary' ? <AnotherFlag {...props} /> : <AnotherText {...props} />;
}

function AnotherText({ field, acts }: AnotherProps): ReactElement {
  const { choice } = field;
  const start = choice?.side === 'other' ? choice.value : field.local;
  const kept = acts.typed.keptOf(field.field);
  const [text, setText] = useState(inputText(kept ? kept.value : start));
  const input = useRef<HTMLInputElement>(null);
  useLeaving(acts.typed.leave);
  useEffect(() => {
    input.current?.select();
  }, []);
  return (
    <form
      className={css.another}
      onSubmit={(event) => {
        event.preventDefault();
        acts.choose({ side: 'other', value: parseInput(field.field, text, start) });
      }}
      onKeyDown={(event) => {
        if (event.code !== 'Escape') return;
        event.preventDefault();
        acts.typeAnother(false);
      }}
    >
      <input
        ref={input}
        type="text"
        dir="auto"
        className={css.anotherInput}
        aria-label={words.anotherValueOf({ field: fieldLabel(field.field) })}
        value={text}
        spellCheck={false}
        autoComplete="off"
        maxLength={10_000}
        onChange={(event) => {
          const typed = event.currentTarget.value;
          const value = parseInput(field.field, typed, start);
          setText(typed);
          const isTyped = typed !== inputText(start);
          acts.typed.put(isTyped ? { field: field.field, value, seen: field.local } : undefined);
        }}
      />
      <Button type="submit">{words.useThis}</Button>
      <Button
        variant="subtle"
        onClick={() => {
          acts.typeAnother(false);
        }}
      >
        {common.cancel}
      </Button>
    </form>
  );
}

const flags: readonly FieldValue[] = [true, false, null];

function AnotherFlag({ acts }: AnotherProps): ReactElement {
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => {
    group.current?.querySelector('button')?.focus();
  }, []);
  return (
    <div
      ref={group}
      className={css.another}
      role="group"
      aria-label={words.anotherValue}
      onKeyDown={(event) => {
        if (event.code !== 'Escape') return;
        event.preventDefault();
        acts.typeAnother(false);
      }}
    >
      {flags.map((value) => (
        <Button
          key={String(value)}
          onClick={() => {
            acts.choose({ side: 'other', value });
          }}
        >
          {flagText(value)}
        </Button>
      ))}
      <Button
        variant="subtle"
        onClick={() => {
          acts.typeAnother(false);
        }}
      >
        {common.cancel}
      </Button>
    </div>
  );
}
