import { Menu } from '@mantine/core';
import { IconCloud, IconDeviceLaptop, IconHistory, IconPencil } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { LogLine } from '#shared/model/sync-centre.ts';
import { newAct } from '../api/act-trail.ts';
import { useRecordActs } from '../api/key-accounts.ts';
import { useDecisionLog } from '../api/sync-centre.ts';
import { actText, useTurnActs } from '../api/turn-acts.ts';
import { classes } from '../ui/classes.ts';
import { longTime, shortTime } from '../ui/times.ts';
import { useToasts } from '../ui/toast-context.ts';
import { useSaveLog } from '../ui/use-save-log.ts';
import { words as common } from '../ui/words.ts';
import { lineSide, lineText, nameOfLine } from './log-text.ts';
import css from './panel.module.css';

const words = wordsOf('decisionLog');
const centre = wordsOf('syncCentre');

type Opens = { readonly onRecord: (id: RecordId) => void };

/**
 * What was decided, newest first, with the way to its record, also to one that is out of the list, a way back where there
 * is one, and the whole of it as a file.
 */
export function LogPanel({ onRecord }: Opens): ReactElement {
  const log = useDecisionLog();
  const lines = log.data?.pages.flat() ?? [];
  return (
    <section className={css.panel} aria-label={words.label}>
      <header className={css.head}>
        <h2 className={css.title}>{words.label}</h2>
        <ExportMenu />
      </header>
      {log.data && lines.length === 0 && <p className={css.none}>{words.none}</p>}
      <ol>
        {lines.map((line) => (
          <DecisionLine key={line.entry} line={line} onRecord={onRecord} />
        ))}
      </ol>
      {log.hasNextPage && (
        <button
          type="button"
          className="link"
          onClick={() => {
            void log.fetchNextPage();
          }}
        >
          {words.older}
        </button>
      )}
    </section>
  );
}

function ExportMenu(): ReactElement {
  const save = useSaveLog();
  return (
    <Menu position="bottom-end" offset={4}>
      <Menu.Target>
        <button type="button" className="link">
          {words.export}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          onClick={() => {
            void save({ redacted: false });
          }}
        >
          {words.exportWhole}
        </Menu.Item>
        <Menu.Item
          onClick={() => {
            void save({ redacted: true });
          }}
        >
          {words.exportRedacted}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

const icons = { yours: IconDeviceLaptop, server: IconCloud, other: IconPencil, none: IconHistory } as const;

/** The name of a record, which opens it where it is still here. */
function LineName({ line, onRecord }: Opens & { readonly line: LogLine }): ReactElement {
  const name = nameOfLine(line);
  if (!line.isHere) {
    return (
      <span className="ellipsis" dir="auto" title={name}>
        {name}
      </span>
    );
  }
  return (
    <button
      type="button"
      className={classes('plain', css.name, 'ellipsis')}
      dir="auto"
      title={centre.openNamed({ name })}
      onClick={() => {
        onRecord(line.id);
      }}
    >
      {name}
    </button>
  );
}

function DecisionLine({ line, onRecord }: Opens & { readonly line: LogLine }): ReactElement {
  const acts = useRecordActs();
  const toasts = useToasts();
  const turns = useTurnActs();
  const { historyId } = line;
  const name = nameOfLine(line);
  const side = lineSide(line) ?? 'none';
  const Icon = icons[side];
  const undo = async (entry: number): Promise<void> => {
    const act = newAct();
    const answer = await acts.undo({ historyId: entry, act });
    if (!answer.ok) {
      toasts.fail(answer.failure, () => void undo(entry));
      return;
    }
    const text = actText({ kind: 'restore', count: 1, label: line.label });
    toasts.show({ text: words.undone({ name }), action: turns.remember({ act, text }) });
  };
  return (
    <li className={css.line}>
      <time className={css.time} dateTime={line.at} title={longTime(line.at)}>
        {shortTime(line.at)}
      </time>
      <span className={classes(css.icon, css[side])}>
        <Icon size={14} stroke={1.75} aria-hidden />
      </span>
      <LineName line={line} onRecord={onRecord} />
      <span className={css.aside}>
        {historyId !== undefined && (
          <button
            type="button"
            className="link"
            aria-label={words.undoOf({ name })}
            onClick={() => {
              void undo(historyId);
            }}
          >
            {common.undo}
          </button>
        )}
      </span>
      <span className={css.note}>{lineText(line)}</span>
    </li>
  );
}
