import { ActionIcon } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useId, type ReactElement } from 'react';
import type { SavedView } from '#shared/model/view.ts';
import { useTotals } from '../api/key-accounts.ts';
import { classes } from '../ui/classes.ts';
import { countText } from '../ui/times.ts';
import { useToday } from '../ui/use-now.ts';
import { termsOn } from '../ui/list/list-state.ts';
import type { Views } from './use-views.ts';
import css from './views.module.css';
import { viewWords } from './words.ts';

/** The saved views in the navigation, each with how many records it shows. */
export function ViewList(props: {
  readonly views: Views;
  /** Whether the list is the screen that is shown. */
  readonly isListShown: boolean;
  readonly onChoose: (view: SavedView) => void;
  readonly onSave: () => void;
}): ReactElement {
  const { all, current } = props.views;
  const today = new Date(useToday());
  const totals = useTotals(all.map(({ terms }) => termsOn(terms, today)));
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <header className={css.head}>
        <h2 id={id} className={css.title}>
          {viewWords.title}
        </h2>
        <ActionIcon size={24} aria-label={viewWords.save} title={viewWords.save} onClick={props.onSave}>
          <IconPlus size={14} stroke={1.75} aria-hidden />
        </ActionIcon>
      </header>
      <ul className={css.items}>
        {all.map((view, place) => {
          const total = totals[place];
          const isCurrent = props.isListShown && view.id === current?.id;
          return (
            <li key={view.id}>
              <button
                type="button"
                className={classes('plain', css.item)}
                title={view.name}
                {...(isCurrent && { 'aria-current': 'true' as const, 'data-on': true })}
                onClick={() => {
                  props.onChoose(view);
                }}
              >
                <span className="ellipsis" dir="auto">
                  {view.name}
                </span>{' '}
                {total !== undefined && <span className={css.count}>{countText(total)}</span>}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
