import type { Page } from 'playwright';

/** Until the rows stood, and until the number of what was found stood as well. */
export type Settled = { readonly rows: number; readonly whole: number };

/** What the bench asks of the page: times of things that happen in it, in milliseconds of its own clock. */
export type PageWatch = {
  /** From the next key or click to the first frame after which the list stays as it is for a while. */
  readonly untilSettled: () => Promise<Settled>;
  /** Scrolls to a share of the list, and waits for the frame that has every row of that place. */
  readonly jumpTo: (share: number) => Promise<number>;
  /** From the next key to the first frame in which a row of the list has a text. */
  readonly untilRowSays: (text: string) => Promise<number>;
  /** Scrolls from the top over a share of the list in so many seconds. */
  readonly scrollDown: (how: { readonly seconds: number; readonly share: number }) => Promise<Scrolled>;
};

/** How scrolling went; a frame is dropped when its sixtieth of a second passed without it. */
export type Scrolled = {
  readonly frames: number;
  readonly dropped: number;
  readonly framesWithBlankRows: number;
};

/** What the watch sees with. */
type Eyes = {
  readonly grid: () => HTMLElement;
  readonly rowsSeen: () => HTMLElement[];
  readonly isBlank: (row: HTMLElement) => boolean;
  readonly nextFrame: () => Promise<number>;
  /** When the next key or click is. */
  readonly nextAct: () => Promise<number>;
};

type Watched = { eyes: Eyes };

/** Lays the watch into a page as `window.bench`. */
export async function layWatch(page: Page): Promise<void> {
  // tsx names every function by a helper of its own, which no page has.
  await page.evaluate('globalThis.__name = (named) => named');
  await layEyes(page);
  await layLatencies(page);
  await layScrolling(page);
}

const layEyes = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const grid = (): HTMLElement => {
      const found = document.querySelector<HTMLElement>('[role="grid"]');
      if (!found) throw new Error('There is no list.');
      return found;
    };
    const rowsSeen = (): HTMLElement[] => {
      const { top, bottom } = grid().getBoundingClientRect();
      return [...grid().querySelectorAll<HTMLElement>('[data-index]')].filter((row) => {
        const box = row.getBoundingClientRect();
        return box.bottom > top && box.top < bottom;
      });
    };
    const nextAct = (): Promise<number> =>
      new Promise((resolve) => {
        const heard = ({ timeStamp }: Event): void => {
          for (const kind of ['keydown', 'click']) removeEventListener(kind, heard, true);
          resolve(timeStamp);
        };
        for (const kind of ['keydown', 'click']) addEventListener(kind, heard, true);
      });
    const eyes: Eyes = {
      grid,
      rowsSeen,
      isBlank: (row) => row.textContent.trim() === '',
      nextFrame: () => new Promise((resolve) => requestAnimationFrame(resolve)),
      nextAct,
    };
    Object.assign(window, { eyes, bench: {} });
  });

const layLatencies = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const QUIET = 200;
    const PATIENCE = 5000;
    const { eyes, bench } = window as unknown as Watched & { bench: object };
    const elementOf = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement);
    const isOfNumber = (node: Node): boolean => elementOf(node)?.closest('[role="status"]') != null;
    // Rows are also drawn, later, where nobody sees them yet.
    const isSomethingSeen = (changed: readonly Node[]): boolean => {
      const seen = new Set<Element>(eyes.rowsSeen());
      return changed.some((node) => {
        const row = elementOf(node)?.closest('[data-index]');
        return !row || seen.has(row);
      });
    };
    const untilSettled = async (): Promise<Settled> => {
      const started = await eyes.nextAct();
      let shownAt = started;
      let rowsAt = started;
      const observer = new MutationObserver((changes) => {
        const changed = changes.flatMap(({ target, addedNodes }) =>
          addedNodes.length > 0 ? [...addedNodes] : [target],
        );
        const ofRows = changed.filter((node) => !isOfNumber(node));
        requestAnimationFrame(() => {
          const now = performance.now();
          const isOfRows = isSomethingSeen(ofRows);
          if (isOfRows) rowsAt = now;
          if (isOfRows || ofRows.length < changed.length) shownAt = now;
        });
      });
      const region = document.querySelector('[role="searchbox"]')?.closest('section') ?? document.body;
      // What a row says, not its attributes: those also change when nothing else does.
      observer.observe(region, { subtree: true, childList: true, characterData: true });
      const isOver = (now: number): boolean => now > Math.max(shownAt, started + QUIET) + QUIET;
      while (!isOver(performance.now()) && performance.now() < started + PATIENCE) await eyes.nextFrame();
      observer.disconnect();
      return { rows: rowsAt - started, whole: shownAt - started };
    };
    const untilRowSays = async (text: string): Promise<number> => {
      const started = await eyes.nextAct();
      do await eyes.nextFrame();
      while (!eyes.rowsSeen().some((row) => row.textContent.includes(text)));
      return performance.now() - started;
    };
    Object.assign(bench, { untilSettled, untilRowSays });
  });

const layScrolling = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const FRAME = 1000 / 60;
    const { eyes, bench } = window as unknown as Watched & { bench: object };
    const jumpTo = async (share: number): Promise<number> => {
      const started = performance.now();
      const list = eyes.grid();
      list.scrollTop = share * (list.scrollHeight - list.clientHeight);
      const height = list.querySelector<HTMLElement>('[data-index]')?.offsetHeight ?? Number.NaN;
      const place = Math.floor(list.scrollTop / height) + 2;
      const isThere = (): boolean => {
        const rows = eyes.rowsSeen();
        return rows.some((row) => Number(row.dataset['index']) === place) && !rows.some(eyes.isBlank);
      };
      do await eyes.nextFrame();
      while (!isThere());
      return performance.now() - started;
    };
    const scrollDown: PageWatch['scrollDown'] = async ({ seconds, share }) => {
      const list = eyes.grid();
      const way = share * (list.scrollHeight - list.clientHeight);
      const seen = { frames: 0, dropped: 0, framesWithBlankRows: 0 };
      const started = await eyes.nextFrame();
      for (let last = started; last - started < seconds * 1000;) {
        const now = await eyes.nextFrame();
        seen.frames += 1;
        seen.dropped += Math.max(0, Math.round((now - last) / FRAME) - 1);
        if (eyes.rowsSeen().some(eyes.isBlank)) seen.framesWithBlankRows += 1;
        list.scrollTop = (way * (now - started)) / (seconds * 1000);
        last = now;
      }
      return seen;
    };
    Object.assign(bench, { jumpTo, scrollDown });
  });
