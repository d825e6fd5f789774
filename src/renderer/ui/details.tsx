import { Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { appCalls } from '../api/app.ts';
import css from './details.module.css';
import { words } from './words.ts';

/** What a support person would ask for, with a button that copies it. */
export function Details({ text }: { readonly text: string }): ReactElement {
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    const answer = await appCalls.copyText({ text });
    setCopied(answer.ok);
  };
  const Icon = isCopied ? IconCheck : IconCopy;
  return (
    <div className={css.details}>
      <p className={css.text} data-selectable>
        {text}
      </p>
      <Button
        size="xs"
        variant="subtle"
        leftSection={<Icon size={14} stroke={1.75} aria-hidden />}
        onClick={() => {
          void copy();
        }}
      >
        {isCopied ? words.copied : words.copy}
      </Button>
    </div>
  );
}

/** The quiet link that shows and hides the details. */
export function DetailsToggle(props: {
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}): ReactElement {
  return (
    <button
      type="button"
      className="link"
      aria-expanded={props.isOpen}
      onClick={() => {
        props.onToggle(!props.isOpen);
      }}
    >
      {words.details}
    </button>
  );
}
