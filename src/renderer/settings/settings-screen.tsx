import {
  IconCircleHalf2,
  IconDatabase,
  IconDownload,
  IconPlugConnected,
  IconStethoscope,
} from '@tabler/icons-react';
import { useMemo, useRef, useState, type ReactElement } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import type { Connection } from '#shared/model/app-state.ts';
import type { Settings } from '#shared/model/settings.ts';
import { classes } from '../ui/classes.ts';
import { AppearanceSection } from './appearance-section.tsx';
import { ConnectionSection } from './connection-section.tsx';
import { DataSection } from './data-section.tsx';
import { DiagnosticsSection } from './diagnostics-section.tsx';
import { words as diagnosticsWords } from './diagnostics-words.ts';
import css from './settings.module.css';
import { UpdatesSection } from './updates-section.tsx';
import { WishContext, type SettingsWish } from './wish.ts';
import { words } from './words.ts';

const updateWords = wordsOf('updates');

const sections = [
  { key: 'connection', label: () => words.connection, Icon: IconPlugConnected },
  { key: 'appearance', label: () => words.appearance, Icon: IconCircleHalf2 },
  { key: 'data', label: () => words.data, Icon: IconDatabase },
  { key: 'updates', label: () => updateWords.title, Icon: IconDownload },
  { key: 'diagnostics', label: () => diagnosticsWords.title, Icon: IconStethoscope },
] as const;

type Section = (typeof sections)[number]['key'];

const sectionOf: Readonly<Record<SettingsWish, Section>> = {
  test: 'connection',
  token: 'connection',
  language: 'appearance',
  restore: 'data',
  'remove-data': 'data',
  updates: 'updates',
};

/** The section that was chosen or asked for last. */
function useCurrentSection(wish: SettingsWish | undefined): readonly [Section, (section: Section) => void] {
  const [current, setCurrent] = useState<Section>('connection');
  const [heard, setHeard] = useState<SettingsWish>();
  if (wish !== heard) {
    setHeard(wish);
    if (wish) setCurrent(sectionOf[wish]);
  }
  return [current, setCurrent];
}

/** The settings: one page in sections, with the sections beside it. */
export function SettingsScreen(props: {
  readonly connection: Connection;
  readonly settings: Settings;
  readonly onRemoveSample: () => void;
  /** What a command asked for. */
  readonly places: { readonly settingsWish: SettingsWish | undefined; readonly onSettingsWish: () => void };
}): ReactElement {
  const { settingsWish: wish, onSettingsWish: onTaken } = props.places;
  const wished = useMemo(() => ({ wish, onTaken }), [wish, onTaken]);
  const [current, setCurrent] = useCurrentSection(wish);
  const page = useRef<HTMLDivElement>(null);
  const goTo = (section: Section): void => {
    setCurrent(section);
    const target = page.current?.querySelector<HTMLElement>(`[data-section="${section}"]`);
    target?.scrollIntoView({ block: 'start' });
    target?.focus({ preventScroll: true });
  };
  return (
    <>
      <div className={css.side}>
        <h1 className={css.title}>{words.title}</h1>
        <ul className={css.sections} aria-label={words.sections}>
          {sections.map(({ key, label, Icon }) => (
            <li key={key}>
              <button
                type="button"
                className={classes('plain', css.sectionItem)}
                {...(key === current && { 'aria-current': 'true' as const, 'data-on': true })}
                onClick={() => {
                  goTo(key);
                }}
              >
                <Icon size={16} stroke={1.6} aria-hidden />
                {label()}
              </button>
            </li>
          ))}
        </ul>
      </div>
      <div ref={page} className={`scroll ${css.page ?? ''}`} tabIndex={-1}>
        <div className={css.content}>
          <WishContext value={wished}>
            <ConnectionSection connection={props.connection} settings={props.settings} />
            <AppearanceSection settings={props.settings} />
            <DataSection
              isSample={props.connection.kind === 'sample'}
              onRemoveSample={props.onRemoveSample}
            />
            <UpdatesSection />
          </WishContext>
          <DiagnosticsSection />
        </div>
      </div>
    </>
  );
}
