import { Switch } from '@mantine/core';
import { IconCircleCheckFilled } from '@tabler/icons-react';
import { useId, type ReactElement } from 'react';
import type { Settings } from '#shared/model/settings.ts';
import { useChangeSettings } from '../api/settings.ts';
import { keysText } from '../ui/accelerator.ts';
import { SegmentedChoice } from '../ui/segmented-choice.tsx';
import { LanguageRow } from './language-row.tsx';
import { Section, SettingRow } from './setting-row.tsx';
import { ZoomRow } from './zoom-row.tsx';
import css from './settings.module.css';
import { colourWords, densityWords, words } from './words.ts';

const schemes = ['system', 'light', 'dark'] as const;
const densities = ['compact', 'standard', 'comfortable'] as const;

const COMMAND_KEY = 'CmdOrCtrl';

/** The settings of how the app looks. */
export function AppearanceSection({ settings }: { readonly settings: Settings }): ReactElement {
  const change = useChangeSettings();
  const hintsId = useId();
  const singleKeysId = useId();
  return (
    <Section name="appearance" title={words.appearance}>
      <LanguageRow language={settings.language} />
      <SettingRow label={words.colours}>
        <div className={css.cards} role="radiogroup" aria-label={words.colours}>
          {schemes.map((scheme) => (
            <label key={scheme} className={css.card}>
              <input
                type="radio"
                name="colours"
                className="visually-hidden"
                checked={settings.colours === scheme}
                onChange={() => {
                  void change({ colours: scheme });
                }}
              />
              <Picture scheme={scheme} />
              <span className={css.cardName}>
                {colourWords[scheme]}
                {settings.colours === scheme && <IconCircleCheckFilled size={14} aria-hidden />}
              </span>
            </label>
          ))}
        </div>
      </SettingRow>
      <SettingRow label={words.density} hint={words.densityHint}>
        <SegmentedChoice
          label={words.density}
          value={settings.density}
          choices={densities.map((value) => ({ value, label: densityWords[value] }))}
          onChoose={(density) => {
            void change({ density });
          }}
        />
      </SettingRow>
      <ZoomRow />
      <SettingRow label={words.keyHints} hint={words.keyHintsHint} controlId={hintsId}>
        <Switch
          id={hintsId}
          checked={settings.showKeyHints}
          onChange={(event) => {
            void change({ showKeyHints: event.currentTarget.checked });
          }}
        />
      </SettingRow>
      <SettingRow
        label={words.singleKeys({ key: keysText(COMMAND_KEY) })}
        hint={words.singleKeysHint}
        controlId={singleKeysId}
      >
        <Switch
          id={singleKeysId}
          checked={settings.singleKeys}
          onChange={(event) => {
            void change({ singleKeys: event.currentTarget.checked });
          }}
        />
      </SettingRow>
    </Section>
  );
}

function Picture({ scheme }: { readonly scheme: (typeof schemes)[number] }): ReactElement {
  const halves = scheme === 'system' ? (['light', 'dark'] as const) : ([scheme, scheme] as const);
  return (
    <span className={css.picture} data-scheme={scheme} aria-hidden>
      <span className={css.pictureNav} data-tone={halves[0]} />
      <span className={css.pictureList} data-tone={halves[0]} />
      {scheme === 'system' && <span className={css.pictureList} data-tone="dark" />}
      <span className={css.picturePane} data-tone={halves[1]} />
    </span>
  );
}
