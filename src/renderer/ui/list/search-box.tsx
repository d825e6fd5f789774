import { IconSearch, IconX } from '@tabler/icons-react';
import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
  type RefObject,
} from 'react';
import { spokenKeys } from '../accelerator.ts';
import { KeyHint } from '../key-hint.tsx';
import css from './list-head.module.css';
import { words } from './list-words.ts';

/** Milliseconds between two looks of the list while letters come faster than a person types. */
const PAUSE = 40;

/** What the search of a list is called, and an example of what it looks for. */
export type SearchWords = { readonly search: string; readonly searchExample: string };

/** The box that narrows the list as a person types; Esc empties it, Down goes into the list. */
export function SearchBox(props: {
  readonly words: SearchWords;
  readonly inputRef: RefObject<HTMLInputElement | null>;
  /** What the list was narrowed to last, and how often anything but typing did that. */
  readonly search: string;
  readonly turn: number;
  readonly onSearch: (search: string) => void;
  readonly onLeave: () => void;
}): ReactElement {
  const { inputRef, search, turn, onSearch } = props;
  const [text, setText] = useState(search);
  const [told, setTold] = useState(search);
  const [seen, setSeen] = useState(turn);
  const toldAt = useRef(-PAUSE);
  // A search that was changed elsewhere (by "without filters", by Esc in the list) shows here too.
  if (seen !== turn) {
    setSeen(turn);
    setTold(search);
    setText(search);
  }
  const tell = useCallback(
    (next: string): void => {
      toldAt.current = performance.now();
      setTold(next);
      onSearch(next);
    },
    [onSearch],
  );
  useEffect(() => {
    if (text === told) return;
    const timer = setTimeout(tell, toldAt.current + PAUSE - performance.now(), text);
    return () => {
      clearTimeout(timer);
    };
  }, [text, told, tell]);
  const clear = (): void => {
    setText('');
    tell('');
    inputRef.current?.focus();
  };
  const leave = (): void => {
    // What the list does not know yet would come when the person is in it.
    if (text !== told) tell(text);
    props.onLeave();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.code === 'Escape') {
      event.preventDefault();
      if (text === '') leave();
      else clear();
    } else if (event.code === 'ArrowDown' || (event.code === 'Enter' && !event.nativeEvent.isComposing)) {
      event.preventDefault();
      leave();
    }
  };
  return (
    <div className={css.search}>
      <IconSearch size={16} stroke={1.6} aria-hidden />
      <input
        ref={inputRef}
        type="text"
        role="searchbox"
        dir="auto"
        className={css.input}
        aria-label={props.words.search}
        aria-keyshortcuts={spokenKeys('CmdOrCtrl+F')}
        placeholder={props.words.searchExample}
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          const next = event.currentTarget.value;
          setText(next);
          if (performance.now() - toldAt.current >= PAUSE) tell(next);
        }}
        onKeyDown={onKeyDown}
      />
      {text === '' ? (
        <KeyHint keys="CmdOrCtrl+F" />
      ) : (
        <button
          type="button"
          className={`plain ${css.clear ?? ''}`}
          aria-label={words.clearSearch}
          onClick={clear}
        >
          <IconX size={14} stroke={1.75} aria-hidden />
        </button>
      )}
    </div>
  );
}
