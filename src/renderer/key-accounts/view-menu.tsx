import { Menu } from '@mantine/core';
import { IconBookmark, IconBookmarkEdit, IconChevronDown } from '@tabler/icons-react';
import { memo, type ReactElement } from 'react';
import { classes } from '../ui/classes.ts';
import { Option } from '../ui/list/menu-option.tsx';
import type { Views } from './use-views.ts';
import css from './views.module.css';
import { viewWords } from './words.ts';

/** The saved view that the list shows, whether it was changed since, and the others; not drawn anew with every row. */
export const ViewMenu = memo(function ViewMenu({ views }: { readonly views: Views }): ReactElement {
  const { all, current, isChanged } = views;
  const Icon = isChanged ? IconBookmarkEdit : IconBookmark;
  return (
    <Menu position="bottom-start" offset={4}>
      <Menu.Target>
        <button
          type="button"
          className={classes('plain', css.button, current && css.named)}
          title={current?.name}
          aria-label={labelOf(views)}
        >
          <Icon size={14} stroke={1.75} aria-hidden />
          <span className={classes(css.name, 'ellipsis')} dir="auto">
            {current?.name ?? viewWords.title}
          </span>
          {isChanged && <span className={css.changed}>{viewWords.changed}</span>}
          <IconChevronDown size={14} stroke={1.75} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={css.dropdown} aria-label={viewWords.title}>
        {current && isChanged && <Changes views={views} />}
        <Option value="" label={viewWords.everything} isOn={current === undefined} onChoose={views.leave} />
        {all.map((view) => (
          <Option
            key={view.id}
            value={view.id}
            label={view.name}
            isOn={view.id === current?.id}
            onChoose={() => {
              views.choose(view);
            }}
          />
        ))}
        <Menu.Divider />
        <Menu.Item
          onClick={() => {
            views.ask('new');
          }}
        >
          {viewWords.save}
        </Menu.Item>
        {current && (
          <>
            <Menu.Item
              onClick={() => {
                views.ask('rename');
              }}
            >
              {viewWords.rename}
            </Menu.Item>
            <Menu.Item onClick={views.remove}>{viewWords.remove}</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
});

function labelOf({ current, isChanged }: Views): string {
  if (!current) return viewWords.title;
  const { name } = current;
  return isChanged ? viewWords.shownChanged({ name }) : viewWords.shown({ name });
}

function Changes({ views }: { readonly views: Views }): ReactElement {
  return (
    <>
      <Menu.Label>{viewWords.changedSince}</Menu.Label>
      <Menu.Item onClick={views.saveChanges}>{viewWords.saveChanges}</Menu.Item>
      <Menu.Item onClick={views.reset}>{viewWords.reset}</Menu.Item>
      <Menu.Divider />
    </>
  );
}
