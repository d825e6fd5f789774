import { Select } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useId, useRef, type ReactElement } from 'react';
import { Settings } from '#shared/model/settings.ts';
import { useChangeSettings } from '../api/settings.ts';
import { SettingRow } from './setting-row.tsx';
import css from './settings.module.css';
import { useWish } from './wish.ts';
import { words } from './words.ts';

// A person who cannot read the others must find their own, so each language has its name in itself.
const OWN_NAMES = { en: 'English', de: 'Deutsch' } as const;

/** The setting of the language; everything is in it at once. */
export function LanguageRow({ language }: Pick<Settings, 'language'>): ReactElement {
  const id = useId();
  const change = useChangeSettings();
  const select = useRef<HTMLInputElement>(null);
  useWish('language', () => {
    select.current?.focus();
  });
  return (
    <SettingRow label={words.language} hint={words.languageHint} controlId={id}>
      <Select
        id={id}
        ref={select}
        className={css.select ?? ''}
        data={[
          { value: 'system', label: words.languageSystem },
          ...Object.entries(OWN_NAMES).map(([value, label]) => ({ value, label })),
        ]}
        value={language}
        withCheckIcon={false}
        rightSection={<IconChevronDown size={14} stroke={1.75} aria-hidden />}
        rightSectionPointerEvents="none"
        onChange={(value) => {
          const chosen = Settings.shape.language.safeParse(value);
          if (chosen.success) void change({ language: chosen.data });
        }}
      />
    </SettingRow>
  );
}
