import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState, type ReactElement, type ReactNode, type RefObject } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { HeldPage, SyncPart, UnsentRecord } from '#shared/model/sync-centre.ts';
import { useCommands } from '../api/commands.ts';
import { UNSENT_PAGE, useHeld, useUnsent, type Unsent } from '../api/sync-centre.ts';
import { classes } from '../ui/classes.ts';
import { countText } from '../ui/times.ts';
import { AsideRow } from './aside-row.tsx';
import { AttentionRow } from './attention-row.tsx';
import { HeldRow } from './held-row.tsx';
import { headOf, lineAt, lineCount, type Lengths, type Line } from './parts.ts';
import { UnsentRow } from './unsent-row.tsx';
import css from './unsent.module.css';
import { useUnsentActs, type UnsentActs } from './use-unsent-acts.ts';

const words = wordsOf('syncCentre');

const ROW = 62;
const HEAD = 36;
const OVERSCAN = 8;

/** A part of the list that was asked for, and how often. */
export type Wish = { readonly part: keyof Lengths; readonly count: number };

type ListProps = {
  readonly wish: Wish | undefined;
  readonly onRecord: (id: RecordId, field?: string) => void;
  /** What stands where nothing waits. */
  readonly empty: ReactNode;
  readonly below: ReactNode;
};

/** What needs attention, what waits, what waits for its record, and what is out of the list: only what is on the screen is in the page. */
export function UnsentList(props: ListProps): ReactElement | null {
  const scroller = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<number>();
  const [range, setRange] = useState<{ start: number; end: number }>({ start: 0, end: 0 });
  const held = useHeld().data ?? { rows: [], total: 0 };
  const attention = useUnsent('attention', pagesOf(range, 1));
  const waiting = useUnsent('waiting', pagesOf(range, attention.total === 0 ? 1 : attention.total + 2));
  const before = { attention: attention.total, waiting: waiting.total, held: held.rows.length, aside: 0 };
  const aside = useUnsent('aside', pagesOf(range, lineCount(before) + 1));
  const lengths = { ...before, aside: aside.total };
  const lists: Lists = { attention, waiting, held, aside };
  const virtual = useLines({ scroller, lengths, focused, onRange: setRange });
  useWish(virtual, { wish: props.wish, lengths, scroller });
  const acts = useFocusedActs(scroller);
  useRecordCommands(lists, { line: focused === undefined ? undefined : lineAt(lengths, focused), acts });
  if (![attention, waiting, aside].every((list) => list.isLoaded))
    return <div className={css.list} aria-busy="true" />;
  return (
    <div ref={scroller} className={classes('scroll', css.list)} tabIndex={-1} data-focus-home>
      {lineCount(lengths) === 0 && props.empty}
      <div className={css.lines} style={{ blockSize: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => (
          <div
            key={index}
            ref={virtual.measureElement}
            data-index={index}
            className={css.line}
            style={{ transform: `translateY(${String(start)}px)` }}
            onFocus={() => {
              setFocused(index);
            }}
          >
            <LineView line={lineAt(lengths, index)} lists={lists} lengths={lengths} acts={acts} {...props} />
          </div>
        ))}
      </div>
      {props.below}
    </div>
  );
}

type Lists = Readonly<Record<SyncPart, Unsent>> & { readonly held: HeldPage };

/** The pages of a part that the lines of a range are on, where its rows begin with line `begin`. */
function pagesOf({ start, end }: { start: number; end: number }, begin: number): number[] {
  const first = Math.max(0, Math.floor((start - begin) / UNSENT_PAGE));
  const last = Math.floor((end + OVERSCAN - begin) / UNSENT_PAGE);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, page) => first + page);
}

type Scroller = RefObject<HTMLDivElement | null>;

function useLines(options: {
  readonly scroller: Scroller;
  readonly lengths: Lengths;
  readonly focused: number | undefined;
  readonly onRange: (range: { start: number; end: number }) => void;
}): Virtualizer<HTMLDivElement, Element> {
  const { scroller, lengths, focused, onRange } = options;
  const virtual = useVirtualizer({
    count: lineCount(lengths),
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lineAt(lengths, index)?.kind === 'head' ? HEAD : ROW),
    overscan: OVERSCAN,
    // Who tabs through the rows goes on from the same place after a look elsewhere.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      if (focused === undefined || focused >= range.count || shown.includes(focused)) return shown;
      return [...shown, focused].sort((a, b) => a - b);
    },
  });
  const { startIndex = 0, endIndex = 0 } = virtual.range ?? {};
  useEffect(() => {
    onRange({ start: startIndex, end: endIndex });
  }, [onRange, startIndex, endIndex]);
  return virtual;
}

/** Shows the part that the person asked for, once for every time that they did. */
function useWish(
  virtual: Virtualizer<HTMLDivElement, Element>,
  { wish, lengths, scroller }: { wish: Wish | undefined; lengths: Lengths; scroller: Scroller },
): void {
  const answered = useRef(0);
  useEffect(() => {
    if (!wish || wish.count === answered.current || !scroller.current) return;
    const place = headOf(lengths, wish.part);
    if (place === undefined) return;
    answered.current = wish.count;
    virtual.scrollToIndex(place, { align: 'start' });
    scroller.current.focus({ preventScroll: true });
  });
}

/** The acts of the rows; a row that an act takes away leaves the focus to the list. */
function useFocusedActs(scroller: Scroller): UnsentActs {
  const acts = useUnsentActs();
  const stay = (act: (id: RecordId) => void) => (id: RecordId) => {
    act(id);
    scroller.current?.focus({ preventScroll: true });
  };
  return {
    tryAgain: stay(acts.tryAgain),
    discard: stay(acts.discard),
    putBack: stay(acts.putBack),
    discardHeld: stay(acts.discardHeld),
  };
}

/** Nobody is asked about a record that is out of the list: where there is a question, it is put back first. */
const canDiscard = ({ state, isUndecided }: UnsentRecord): boolean => state !== 'missing' || !isUndecided;

const recordAt = (lists: Lists, line: Line | undefined): UnsentRecord | undefined =>
  line?.kind === 'row' && line.part !== 'held' ? lists[line.part].at(line.index) : undefined;

/** The menu and the keys act on the row that has the focus. */
function useRecordCommands(lists: Lists, { line, acts }: { line: Line | undefined; acts: UnsentActs }): void {
  const record = recordAt(lists, line);
  const isRefused = line?.part !== 'aside' && record?.attention !== undefined;
  useCommands({
    'try-again':
      record && isRefused
        ? () => {
            acts.tryAgain(record.id);
          }
        : undefined,
    'discard-mine':
      record && canDiscard(record)
        ? () => {
            acts.discard(record.id);
          }
        : undefined,
  });
}

type LineProps = Pick<ListProps, 'onRecord'> & {
  readonly line: Line | undefined;
  readonly lists: Lists;
  readonly lengths: Lengths;
  readonly acts: UnsentActs;
};

function LineView({ line, ...props }: LineProps): ReactElement | null {
  if (!line) return null;
  if (line.kind === 'head') return <PartHead part={line.part} lists={props.lists} />;
  return <RowView {...props} line={line} />;
}

function PartHead({ part, lists }: { readonly part: keyof Lengths; readonly lists: Lists }): ReactElement {
  const note = { attention: '', waiting: words.oldestFirst, held: words.heldNote, aside: words.asideNote }[
    part
  ];
  return (
    <div className={css.partHead}>
      <h2 className={css.partTitle}>{words[part]}</h2>
      <span className={css.count}>{countText(lists[part].total)}</span>
      <span className={css.space} />
      <span className={css.time}>{note}</span>
    </div>
  );
}

function RowView(props: LineProps & { readonly line: Line }): ReactElement {
  const { line, lengths } = props;
  const { part, index } = line;
  return (
    <article
      className={classes(css.row, css[part])}
      tabIndex={-1}
      aria-label={labelOf(props)}
      aria-posinset={index + 1}
      aria-setsize={lengths[part]}
      {...(index === 0 && { 'data-first': true })}
      {...(index === lengths[part] - 1 && { 'data-last': true })}
    >
      <RowBody {...props} />
    </article>
  );
}

function labelOf({ lists, line }: LineProps & { readonly line: Line }): string {
  if (line.part === 'held') return words.heldOf({ id: lists.held.rows[line.index]?.id ?? '' });
  const label = lists[line.part].at(line.index)?.label ?? '';
  return label === '' ? words.noName : label;
}

function RowBody({ line, lists, acts, onRecord }: LineProps & { readonly line: Line }): ReactElement | null {
  if (line.part === 'held') {
    const record = lists.held.rows[line.index];
    if (!record) return null;
    return (
      <HeldRow
        record={record}
        onDiscard={() => {
          acts.discardHeld(record.id);
        }}
      />
    );
  }
  const record = lists[line.part].at(line.index);
  if (!record) return null;
  const shared = { record, ...actsOf(record, acts) };
  const open = (field?: string): void => {
    onRecord(record.id, field);
  };
  if (line.part === 'attention') return <AttentionRow {...shared} onOpen={open} />;
  const Row = line.part === 'aside' ? AsideRow : UnsentRow;
  return (
    <Row
      {...shared}
      onOpen={() => {
        open();
      }}
    />
  );
}

const actsOf = (
  { id }: UnsentRecord,
  acts: UnsentActs,
): { onTryAgain: () => void; onDiscard: () => void; onPutBack: () => void } => ({
  onPutBack: () => {
    acts.putBack(id);
  },
  onTryAgain: () => {
    acts.tryAgain(id);
  },
  onDiscard: () => {
    acts.discard(id);
  },
});
