import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import { appCalls } from '../api/app.ts';
import { useDataFolder } from '../api/settings.ts';
import { useToasts } from '../ui/toast-context.ts';
import { BackUpRows } from './back-up-rows.tsx';
import { DecisionLogRow } from './decision-log-row.tsx';
import { RemoveDataRow } from './remove-data-row.tsx';
import { Section, SettingRow } from './setting-row.tsx';
import css from './settings.module.css';
import { words } from './words.ts';

const commandWords = wordsOf('commands');

/** The settings about what is kept on this laptop. */
export function DataSection(props: {
  readonly isSample: boolean;
  readonly onRemoveSample: () => void;
}): ReactElement {
  const toasts = useToasts();
  const folder = useDataFolder().data;
  const show = async (): Promise<void> => {
    const answer = await appCalls.showDataFolder();
    if (!answer.ok) toasts.fail(answer.failure, () => void show());
  };
  return (
    <Section name="data" title={words.data}>
      <SettingRow
        label={words.folder}
        hint={words.folderHint}
        below={
          folder !== undefined && (
            <p className={`mono ${css.path ?? ''}`} dir="ltr" data-selectable>
              {folder}
            </p>
          )
        }
      >
        <Button
          onClick={() => {
            void show();
          }}
        >
          {words.showFolder}
        </Button>
      </SettingRow>
      <BackUpRows />
      <DecisionLogRow />
      {!props.isSample && <RemoveDataRow />}
      {props.isSample && (
        <SettingRow label={words.sample} hint={words.sampleHint}>
          <Button onClick={props.onRemoveSample}>{commandWords['remove-sample']}</Button>
        </SettingRow>
      )}
    </Section>
  );
}
