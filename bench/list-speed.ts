import type { Locator, Page } from 'playwright';
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

/** Each begins with another letter, so that nothing is searched twice: the window keeps its answers for a while. */
const WORDS = [
  ...['goncalves', 'maria', '@north', '77', 'zoe', 'field-office', 'becker', 'anneliese', 'dvorak'],
  ...['olivia', 'jurgen', 'lefevre', 'samuel', 'taylor', 'wojcik', 'young', 'kathe', 'conceicao', 'irem'],
  ...['ethan', 'nunez', 'reed-hall', 'hopital', 'pold', 'von der heide', '5a', '3f', '9', '1', '0', '8c'],
];
/** The words that are typed before anything of the search has run often. */
const FIRST_WORDS = 7;
const ORDERS = ['Name', 'E-mail', 'SSO GUID', 'State'];
const EDITS = 200;
const SCROLL_SECONDS = 10;
/** 5,000 of 100,000 rows. */
const FLICKED = 0.05;

/** Measures the list in an app with a large copy that nobody writes to meanwhile. */
export async function measureList({ app, page }: MeasuredApp): Promise<ListSpeed> {
  const screens = new Screens(page);
  await screens.rows.first().waitFor();
  await layWatch(page);
  const first = await typeSearches(page, screens, WORDS.slice(0, FIRST_WORDS));
  const letters = [...first, ...(await typeSearches(page, screens, WORDS.slice(FIRST_WORDS)))];
  const search = spreadOf(letters.map(({ rows }) => rows));
  const firstSearch = spreadOf(first.map(({ rows }) => rows));
  const counted = spreadOf(letters.map(({ whole }) => whole));
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

async function typeSearches(page: Page, { search }: Screens, words: readonly string[]): Promise<Settled[]> {
  const times: Settled[] = [];
  const press = async (key: string): Promise<Settled> => {
    const settled = await watch(page, 'untilSettled', undefined);
    await page.keyboard.press(key);
    return settled();
  };
  for (const word of words) {
    await search.focus();
    for (const letter of Array.from(word)) times.push(await press(letter));
    // The whole list stands again before the next word begins.
    await search.selectText();
    await press('Backspace');
  }
  return times;
}

/** Puts the whole list into every order, up and down, and then what a filter leaves: no order is asked for twice. */
async function changeOrders(page: Page): Promise<number[]> {
  const click = async (button: Locator): Promise<number> => {
    const settled = await watch(page, 'untilSettled', undefined);
    await button.click();
    return (await settled()).rows;
  };
  const head = (name: string): Locator =>
    page.getByRole('columnheader', { name, exact: true }).getByRole('button');
  const filter = page.getByRole('button', { name: 'Primary', exact: true });
  const changeAll = async (): Promise<number[]> => {
    const times: number[] = [];
    for (const name of ORDERS) times.push(await click(head(name)), await click(head(name)));
    return times;
  };
  const whole = await changeAll();
  await click(filter);
  const filtered = await changeAll();
  await click(filter);
  await click(head('Updated'));
  return [...whole, ...filtered];
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
