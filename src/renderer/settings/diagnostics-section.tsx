import { Button } from '@mantine/core';
import { IconAlertTriangleFilled, IconCheck, IconCopy } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import type { ServiceTraits } from '#shared/model/service-traits.ts';
import { appCalls } from '../api/app.ts';
import { runCommand } from '../api/commands.ts';
import { useTraits } from '../api/sync.ts';
import { useToasts } from '../ui/toast-context.ts';
import css from './diagnostics.module.css';
import { traitDetails, traitLines, words } from './diagnostics-words.ts';
import { Section } from './setting-row.tsx';

const commandWords = wordsOf('commands');

/** Before anything was seen. */
const nothingSeen: ServiceTraits = { seenAt: '' };

/** What the service was seen to do, in words, to be read and copied. */
export function DiagnosticsSection(): ReactElement {
  const traits = useTraits().data ?? nothingSeen;
  const isUnguarded = traits.tolerance !== undefined && traits.tolerance < 0;
  return (
    <Section name="diagnostics" title={words.title}>
      <div className={css.head}>
        <p className={css.hint}>{words.hint}</p>
        <CopyDetails traits={traits} />
        <Button onClick={() => runCommand('save-diagnostics')}>{commandWords['save-diagnostics']}</Button>
      </div>
      {isUnguarded && (
        <p className={css.warning} role="note">
          <IconAlertTriangleFilled size={14} aria-hidden />
          {words.unguarded}
        </p>
      )}
      <dl>
        {traitLines(traits).map(({ name, text }) => (
          <div key={name} className={css.line}>
            <dt className={css.name}>{name}</dt>
            <dd className={text === words.unknown ? css.unknown : undefined} data-selectable>
              {text}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function CopyDetails({ traits }: { readonly traits: ServiceTraits }): ReactElement {
  const toasts = useToasts();
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    const answer = await appCalls.copyText({ text: traitDetails(traits) });
    setCopied(answer.ok);
    if (!answer.ok) toasts.fail(answer.failure, () => void copy());
  };
  const Icon = isCopied ? IconCheck : IconCopy;
  return (
    <Button leftSection={<Icon size={14} stroke={1.75} aria-hidden />} onClick={() => void copy()}>
      {isCopied ? words.copied : words.copy}
    </Button>
  );
}
