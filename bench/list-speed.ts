import type { Page } from 'playwright';
import { Screens } from '../test/support/app/screens.ts';
import type { MeasuredApp } from './measured-app.ts';
import { layWatch, type PageWatch, type Scrolled, type Settled } from './page-watch.ts';
import { spreadOf, type Spread } from './spread.ts';

/** How fast the list of a large copy is for the person in front of it. */
export type ListSpeed = {
  readonly search: Spread;
  /** The first letters after a start, before anything of the search has run; they are among the others, too. */
  readonly firstSearch: Spread;
  /** Until the number of what was found stands as well. */
  readonly counted: Spread;
  readonly sort: Spread;
  readonly jump: Spread;
  readonly edit: Spread;
  /** The whole list in ten seconds, and 500 rows a second, as a strong flick does it. */
  readonly scroll: Scrolled;
  readonly flick: Scrolled;
  /** MiB that are in memory at the end. */
  readonly memory: { readonly main: number; readonly renderer: number };
};

const TYPED = ['goncalves', 'maria', 'muller', '@north', 'field-office', '77', 'zoe'];
const ORDERS = ['Name', 'E-mail', 'State', 'Updated'];
/** How often all words are typed: a 95th percentile of forty letters is the third worst of them. */
const SEARCH_ROUNDS = 5;
const EDITS = 200;
const SCROLL_SECONDS = 10;
/** 5,000 of 100,000 rows. */
const FLICKED = 0.05;

/** Measures the list in an app with a large copy that nobody writes to meanwhile. */
export async function measureList({ app, page }: MeasuredApp): Promise<ListSpeed> {
  const screens = new Screens(page);
  await screens.rows.first().waitFor();
  await layWatch(page);
  const rounds: Settled[][] = [];
  for (let round = 0; round < SEARCH_ROUNDS; round += 1) rounds.push(await typeSearches(page, screens));
  const search = spreadOf(rounds.flat().map(({ rows }) => rows));
  const firstSearch = spreadOf((rounds[0] ?? []).map(({ rows }) => rows));
  const counted = spreadOf(rounds.flat().map(({ whole }) => whole));
  const sort = spreadOf(await changeOrders(page));
  const jump = spreadOf(await jumpAbout(page));
  const scroll = await ask(page, 'scrollDown', { seconds: SCROLL_SECONDS, share: 1 });
  await ask(page, 'jumpTo', 0);
  const flick = await ask(page, 'scrollDown', { seconds: SCROLL_SECONDS, share: FLICKED });
  const edit = spreadOf(await editOne(page, screens));
  const processes = await app.evaluate(({ app: electron }) =>
    electron.getAppMetrics().map(({ type, memory }) => ({ type, size: memory.workingSetSize / 1024 })),
  );
  const sizeOf = (wanted: string): number =>
    processes.find(({ type }) => type === wanted)?.size ?? Number.NaN;
  return {
    search,
    firstSearch,
    counted,
    sort,
    jump,
    edit,
    scroll,
    flick,
    memory: { main: sizeOf('Browser'), renderer: sizeOf('Tab') },
  };
}

type Asked = { readonly [Name in keyof PageWatch]: Parameters<PageWatch[Name]>[0] };
type Answered = { readonly [Name in keyof PageWatch]: Awaited<ReturnType<PageWatch[Name]>> };

/** Lets the watch begin; what it answers is to be asked for after the act that it waits for. */
async function watch<Name extends keyof PageWatch>(
  page: Page,
  name: Name,
  told: Asked[Name],
): Promise<() => Promise<Answered[Name]>> {
  await page.evaluate(
    ([wanted, given]) => {
      const { bench } = window as unknown as { bench: Record<string, (given: unknown) => unknown> };
      Object.assign(window, { watched: bench[wanted]?.(given) });
    },
    [name, told] as const,
  );
  return () =>
    page.evaluate(() => (window as unknown as { watched: unknown }).watched) as Promise<Answered[Name]>;
}

const ask = async <Name extends keyof PageWatch>(
  page: Page,
  name: Name,
  told: Asked[Name],
): Promise<Answered[Name]> => (await watch(page, name, told))();

async function typeSearches(page: Page, { search }: Screens): Promise<Settled[]> {
  const times: Settled[] = [];
  const press = async (key: string): Promise<Settled> => {
    const settled = await watch(page, 'untilSettled', undefined);
    await page.keyboard.press(key);
    return settled();
  };
  for (const word of TYPED) {
    await search.focus();
    for (const letter of Array.from(word)) times.push(await press(letter));
    // The whole list stands again before the next word begins.
    await search.selectText();
    await press('Backspace');
  }
  return times;
}

async function changeOrders(page: Page): Promise<number[]> {
  const times: number[] = [];
  for (const name of [...ORDERS, ...ORDERS, ...ORDERS, ...ORDERS, ...ORDERS]) {
    const settled = await watch(page, 'untilSettled', undefined);
    await page.getByRole('columnheader', { name, exact: true }).getByRole('button').click();
    times.push((await settled()).rows);
  }
  return times;
}

async function jumpAbout(page: Page): Promise<number[]> {
  const times: number[] = [];
  for (let turn = 1; turn <= 50; turn += 1) {
    // The golden ratio goes everywhere and never to the same place twice.
    times.push(await ask(page, 'jumpTo', (turn * 0.618_034) % 1));
  }
  return times;
}

async function editOne(page: Page, screens: Screens): Promise<number[]> {
  const times: number[] = [];
  await ask(page, 'jumpTo', 0);
  await screens.rows.nth(2).click();
  for (let turn = 0; turn < EDITS; turn += 1) {
    const name = `Bench ${String(turn)}`;
    await screens.field('First name').fill(name);
    const shown = await watch(page, 'untilRowSays', name);
    await screens.field('First name').press('Enter');
    times.push(await shown());
  }
  return times;
}
