import { IconCheck, IconPlugConnectedX } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import type { Round } from '#shared/model/sync-status.ts';
import { useRounds } from '../api/sync-centre.ts';
import { classes } from '../ui/classes.ts';
import { longTime, shortTime } from '../ui/times.ts';
import css from './panel.module.css';
import { roundNote, roundTitle, tookText } from './round-text.ts';

const words = wordsOf('syncCentre');

const FEW = 5;

/** The last rounds with what they did and how long they took, newest first. */
export function RoundsPanel(): ReactElement {
  const rounds = useRounds().data ?? [];
  const [isAll, setAll] = useState(false);
  return (
    <section className={css.panel} aria-label={words.rounds}>
      <header className={css.head}>
        <h2 className={css.title}>{words.rounds}</h2>
        {rounds.length > FEW && (
          <button
            type="button"
            className="link"
            aria-expanded={isAll}
            onClick={() => {
              setAll(!isAll);
            }}
          >
            {isAll ? words.fewer : words.all}
          </button>
        )}
      </header>
      {rounds.length === 0 && <p className={css.none}>{words.noRounds}</p>}
      <ol>
        {rounds.slice(0, isAll ? rounds.length : FEW).map((round) => (
          <RoundLine key={round.id} round={round} />
        ))}
      </ol>
    </section>
  );
}

function RoundLine({ round }: { readonly round: Round }): ReactElement {
  const note = roundNote(round);
  const Icon = round.failure ? IconPlugConnectedX : IconCheck;
  return (
    <li className={css.line}>
      <time className={css.time} dateTime={round.startedAt} title={longTime(round.startedAt)}>
        {shortTime(round.startedAt)}
      </time>
      <span className={classes(css.icon, round.failure && css.failed)}>
        <Icon size={14} stroke={1.75} aria-hidden />
      </span>
      <span className={css.text}>{roundTitle(round)}</span>
      <span className={css.aside}>{tookText(round)}</span>
      {note !== '' && <span className={css.note}>{note}</span>}
    </li>
  );
}
