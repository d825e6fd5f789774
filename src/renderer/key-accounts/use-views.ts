import { useState } from 'react';
import { viewCommands } from '#shared/model/command.ts';
import type { Settings } from '#shared/model/settings.ts';
import { ViewId, type SavedView, type ViewTerms } from '#shared/model/view.ts';
import { useCommands } from '../api/commands.ts';
import { useSavedViews, useViewCalls } from '../api/views.ts';
import { sameValue } from '../ui/same-value.ts';
import { useToasts } from '../ui/toast-context.ts';
import { words as common } from '../ui/words.ts';
import type { ListState } from '../ui/list/list-state.ts';
import { useColumnSetting } from './use-columns.ts';
import { viewWords } from './words.ts';

/** For what a name is asked. */
type Naming = 'new' | 'rename';

/** The saved views, the one that the list shows, and what can be done with them. */
export type Views = {
  readonly all: readonly SavedView[];
  readonly current: SavedView | undefined;
  /** Whether the list shows something else than its view by now. */
  readonly isChanged: boolean;
  readonly choose: (view: SavedView) => void;
  /** Shows everything, of no view. */
  readonly leave: () => void;
  /** Puts what the list shows in the place of what its view showed. */
  readonly saveChanges: () => void;
  readonly reset: () => void;
  readonly remove: () => void;
  readonly naming: Naming | undefined;
  readonly ask: (naming: Naming | undefined) => void;
  /** Saves the list as a new view of that name, or gives its view another one. */
  readonly name: (name: string) => void;
};

/** Holds the list against the saved views. */
export function useViews(list: ListState, settings: Settings): Views {
  const all = useSavedViews().data ?? [];
  const { columns, change } = useColumnSetting(settings);
  const [naming, ask] = useState<Naming>();
  const keeping = useKeeping();
  const current = all.find(({ id }) => id === list.view);
  const terms = termsOf(list, columns.shown);
  const choose = (view: SavedView): void => {
    list.showView(view.id, view.terms);
    change({ ...columns, shown: view.terms.columns });
  };
  return {
    all,
    current,
    isChanged: current !== undefined && !sameValue(terms, current.terms),
    choose,
    leave: () => {
      list.showView(undefined);
    },
    saveChanges: () => {
      if (current) keeping.save({ ...current, terms });
    },
    reset: () => {
      if (current) choose(current);
    },
    remove: () => {
      if (!current) return;
      list.nameView(undefined);
      keeping.remove(current, () => {
        list.nameView(current.id);
      });
    },
    naming,
    ask,
    name: (name) => {
      const view = naming === 'rename' && current ? { ...current, name } : newView(all, name, terms);
      keeping.save(view);
      list.nameView(view.id);
      ask(undefined);
    },
  };
}

/** What the list shows now, as a view keeps it. */
const termsOf = ({ terms, since }: ListState, columns: ViewTerms['columns']): ViewTerms => ({
  search: terms.search,
  filters: terms.filters,
  sort: terms.sort,
  columns,
  ...(since && { since }),
});

/** A view that comes behind all others. */
const newView = (all: readonly SavedView[], name: string, terms: ViewTerms): SavedView => ({
  id: ViewId.parse(crypto.randomUUID()),
  place: Math.max(0, ...all.map(({ place }) => place + 1)),
  name,
  terms,
});

type Keeping = {
  readonly save: (view: SavedView) => void;
  readonly remove: (view: SavedView, onBack: () => void) => void;
};

/** Saves and removes views; a removed one comes back by its notice. */
function useKeeping(): Keeping {
  const calls = useViewCalls();
  const toasts = useToasts();
  const save = async (view: SavedView, onSaved?: () => void): Promise<void> => {
    const answer = await calls.save(view);
    if (answer.ok) onSaved?.();
    else toasts.fail(answer.failure, () => void save(view, onSaved));
  };
  const remove = async (view: SavedView, onBack: () => void): Promise<void> => {
    const answer = await calls.remove({ id: view.id });
    if (!answer.ok) {
      toasts.fail(answer.failure, () => void remove(view, onBack));
      return;
    }
    const run = (): void => void save(view, onBack);
    toasts.show({ text: viewWords.removed({ name: view.name }), action: { label: common.undo, run } });
  };
  return {
    save: (view) => void save(view),
    remove: (view, onBack) => void remove(view, onBack),
  };
}

/** Lets the menu, the palette and the keys show the first views; `onShow` leads to the list. */
export function useViewCommands({ all, choose }: Views, onShow: () => void): void {
  const acts = viewCommands.map((command, place): [string, (() => void) | undefined] => {
    const view = all[place];
    const show = (): void => {
      if (view) choose(view);
      onShow();
    };
    return [command, view && show];
  });
  useCommands(Object.fromEntries(acts));
}
