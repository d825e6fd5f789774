import { Menu } from '@mantine/core';
import { IconKey, IconSelector, IconTrash, IconUserEdit } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import type { Connection } from '#shared/model/app-state.ts';
import { letColleagueEdit } from '../api/app.ts';
import { useCommands } from '../api/commands.ts';
import { classes } from '../ui/classes.ts';
import { useToasts } from '../ui/toast-context.ts';
import css from './nav.module.css';
import { colleagueText, words } from './words.ts';

const commandWords = wordsOf('commands');

type HeadProps = {
  readonly connection: Connection;
  readonly isRail: boolean;
  readonly onRemoveSample: () => void;
};

/** Where the records come from, at the top of the navigation; for sample data with a menu of its own. */
export function ConnectionHead(props: HeadProps): ReactElement {
  if (props.connection.kind === 'sample') return <SampleMenu {...props} />;
  return (
    <div className={css.head}>
      <Logo />
      {!props.isRail && <Names name={props.connection.label} note={words.serviceHint} />}
    </div>
  );
}

function SampleMenu({ isRail, onRemoveSample }: HeadProps): ReactElement {
  const toasts = useToasts();
  const askColleague = async (): Promise<void> => {
    const answer = await letColleagueEdit();
    if (answer.ok) toasts.show({ text: colleagueText(answer.value.edited) });
    else toasts.fail(answer.failure, () => void askColleague());
  };
  useCommands({ 'colleague-edit': () => void askColleague(), 'remove-sample': onRemoveSample });
  return (
    <Menu position="bottom-start" offset={0} floatingStrategy="fixed">
      <Menu.Target>
        <button
          type="button"
          className={classes('plain', css.head)}
          {...(isRail && { 'aria-label': words.sampleData })}
        >
          <Logo />
          {!isRail && <Names name={words.sampleData} note={words.sampleHint} isNoteSilent />}
          {!isRail && <IconSelector size={14} stroke={1.75} aria-hidden />}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {isRail && <Menu.Label>{words.sampleData}</Menu.Label>}
        <Menu.Item
          leftSection={<IconUserEdit size={16} stroke={1.6} aria-hidden />}
          onClick={() => {
            void askColleague();
          }}
        >
          {commandWords['colleague-edit']}
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash size={16} stroke={1.6} aria-hidden />} onClick={onRemoveSample}>
          {commandWords['remove-sample']}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

const Logo = (): ReactElement => (
  <span className={css.logo}>
    <IconKey size={16} stroke={1.6} aria-hidden />
  </span>
);

const Names = (props: {
  readonly name: string;
  readonly note: string;
  /** Whether the note is only to be seen, so that a button's name stays short. */
  readonly isNoteSilent?: boolean;
}): ReactElement => (
  <span className={css.names}>
    <span className={classes(css.name, 'ellipsis')} dir="auto">
      {props.name}
    </span>
    <span className={classes(css.host, 'ellipsis')} {...(props.isNoteSilent && { 'aria-hidden': true })}>
      {props.note}
    </span>
  </span>
);
