import { ActionIcon, Button } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import { zoomedBy, zoomFactor, type ZoomStep } from '#shared/model/zoom.ts';
import { appCalls } from '../api/app.ts';
import { useZoomLevel } from '../api/settings.ts';
import { SettingRow } from './setting-row.tsx';
import css from './settings.module.css';
import { words } from './words.ts';

const commandWords = wordsOf('commands');

const zoom = (step: ZoomStep) => (): void => {
  void appCalls.zoom({ step });
};

/** How large everything in the window is; the menu and its keys change the same. */
export function ZoomRow(): ReactElement {
  const level = useZoomLevel().data;
  return (
    <SettingRow label={words.zoom} hint={words.zoomHint}>
      <Button variant="subtle" onClick={zoom(0)}>
        {commandWords['zoom-reset']}
      </Button>
      <div className={css.steps} role="group" aria-label={words.zoom}>
        <Step level={level} step={-1}>
          <IconMinus size={14} stroke={1.75} aria-hidden />
        </Step>
        <output className={css.zoom}>
          {level !== undefined && words.zoomNow({ factor: zoomFactor(level) })}
        </output>
        <Step level={level} step={1}>
          <IconPlus size={14} stroke={1.75} aria-hidden />
        </Step>
      </div>
    </SettingRow>
  );
}

function Step(props: {
  readonly level: number | undefined;
  readonly step: -1 | 1;
  readonly children: ReactNode;
}): ReactElement {
  const { level, step } = props;
  const label = commandWords[step === 1 ? 'zoom-in' : 'zoom-out'];
  const isLast = level !== undefined && zoomedBy(level, step) === level;
  return (
    <ActionIcon
      variant="default"
      aria-label={label}
      title={label}
      // Not `disabled`: the focus would be lost at the last step.
      {...(isLast && { 'aria-disabled': true, 'data-disabled': true })}
      onClick={zoom(step)}
    >
      {props.children}
    </ActionIcon>
  );
}
