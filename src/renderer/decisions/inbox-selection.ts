import type { Grouping, InboxGroup, InboxScope, Member } from '#shared/model/inbox.ts';

/** What is selected in the inbox: everything or whole groups, and single entries more or less. */
export type InboxSelection = {
  readonly isAll: boolean;
  /** The selected groups, with how many records each has. */
  readonly groups: ReadonlyMap<string, number>;
  readonly more: ReadonlyMap<string, Member>;
  readonly less: ReadonlyMap<string, Member>;
};

/** Nothing. */
export const noSelection: InboxSelection = {
  isAll: false,
  groups: new Map(),
  more: new Map(),
  less: new Map(),
};

/** Everything in the inbox. */
export const wholeInbox: InboxSelection = { ...noSelection, isAll: true };

const nameOf = ({ id, group }: Member): string => `${id}\n${group ?? ''}`;

const isWhole = ({ isAll, groups }: InboxSelection, group: string | undefined): boolean =>
  isAll || (group !== undefined && groups.has(group));

/** Whether an entry is selected. */
export const isSelected = (selection: InboxSelection, member: Member): boolean =>
  isWhole(selection, member.group) ? !selection.less.has(nameOf(member)) : selection.more.has(nameOf(member));

/** Whether a group is selected, with every record in it. */
export const isGroupSelected = (selection: InboxSelection, key: string): boolean =>
  isWhole(selection, key) && ![...selection.less.values()].some(({ group }) => group === key);

function without<Value>(
  map: ReadonlyMap<string, Value>,
  drop: (value: Value) => boolean,
): Map<string, Value> {
  return new Map([...map].filter(([, value]) => !drop(value)));
}

/** Selects some entries too. */
export function withMembers(selection: InboxSelection, members: readonly Member[]): InboxSelection {
  const added = members.filter((member) => !isSelected(selection, member));
  const names = new Set(added.map(nameOf));
  const single = added.filter(({ group }) => !isWhole(selection, group));
  return {
    ...selection,
    more: new Map([...selection.more, ...single.map((member): [string, Member] => [nameOf(member), member])]),
    less: without(selection.less, (member) => names.has(nameOf(member))),
  };
}

/** Selects an entry, or no longer. */
export function toggled(selection: InboxSelection, member: Member): InboxSelection {
  if (!isSelected(selection, member)) return withMembers(selection, [member]);
  const name = nameOf(member);
  if (isWhole(selection, member.group)) {
    return { ...selection, less: new Map([...selection.less, [name, member]]) };
  }
  return { ...selection, more: without(selection.more, (one) => nameOf(one) === name) };
}

/** Selects a whole group, or nothing of it any more. */
export function groupToggled(selection: InboxSelection, { key, records }: InboxGroup): InboxSelection {
  const isOn = isGroupSelected(selection, key);
  const rest = {
    ...selection,
    more: without(selection.more, ({ group }) => group === key),
    less: without(selection.less, ({ group }) => group === key),
  };
  // A group that is taken out of everything would have to name all its records: everything is let go instead.
  if (isOn && selection.isAll) return noSelection;
  if (isOn) return { ...rest, groups: new Map([...selection.groups].filter(([one]) => one !== key)) };
  return selection.isAll ? rest : { ...rest, groups: new Map([...selection.groups, [key, records]]) };
}

/** How many entries are selected, of so many records in the inbox. */
export function selectedCount({ isAll, groups, more, less }: InboxSelection, members: number): number {
  const whole = isAll ? members : [...groups.values()].reduce((sum, records) => sum + records, 0);
  return whole + more.size - less.size;
}

/** The selection as the main process is asked about it. */
export const scopeOf = (grouping: Grouping, { isAll, groups, more, less }: InboxSelection): InboxScope => ({
  grouping,
  isAll,
  groups: [...groups.keys()],
  more: [...more.values()],
  less: [...less.values()],
});
