import { ActionIcon } from '@mantine/core';
import { IconAlertCircle, IconDeviceLaptop, IconX } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useState, type ReactElement, type ReactNode } from 'react';
import { failureText } from './failure-text.ts';
import { FailureToasts, type Failed } from './failure-toasts.tsx';
import { KeyHint } from './key-hint.tsx';
import { ToastContext, type Toast, type Toasts } from './toast-context.ts';
import css from './toaster.module.css';
import { words } from './words.ts';

/** Milliseconds that a notice stays when nobody points at it. */
const STAY = 8000;

/** How many failures are told at once; an older one goes. */
const MOST_FAILED = 2;

type Shown = Toast & { readonly key: number };

/** Lets everything inside show notices, at the bottom start of the screen; `kept` counts unsent changes, `standing` stays. */
export function Toaster(props: {
  readonly kept: number | undefined;
  readonly standing?: ReactNode;
  readonly children: ReactNode;
}): ReactElement {
  const [shown, setShown] = useState<Shown>();
  const { failed, add, remove } = useFailed();
  const { kept } = props;
  const toasts = useMemo<Toasts>(() => {
    const show = (toast: Toast): void => {
      setShown((before) => ({ ...toast, key: (before?.key ?? 0) + 1 }));
    };
    return {
      show,
      fail: (failure, retry) => {
        add({ failure, kept, retry });
      },
      clear: () => {
        setShown(undefined);
      },
    };
  }, [kept, add]);
  return (
    <ToastContext value={toasts}>
      {props.children}
      <div className={css.place}>
        {props.standing}
        <div className={css.notices} role="status" aria-label={words.notices}>
          {shown && <ToastCard key={shown.key} toast={shown} onClose={toasts.clear} />}
        </div>
        <FailureToasts failed={failed} onClose={remove} />
      </div>
    </ToastContext>
  );
}

type FailedList = {
  readonly failed: readonly Failed[];
  readonly add: (failed: Omit<Failed, 'key'>) => void;
  readonly remove: (failed: Failed) => void;
};

/** Holds the newest failures that nobody closed, the newest first; one that comes again is told as new. */
function useFailed(): FailedList {
  const [failed, setFailed] = useState<readonly Failed[]>([]);
  const add = useCallback((one: Omit<Failed, 'key'>) => {
    setFailed((before) => {
      const key = (before[0]?.key ?? 0) + 1;
      const others = before.filter((other) => wordsFor(other) !== wordsFor(one));
      return [{ ...one, key }, ...others].slice(0, MOST_FAILED);
    });
  }, []);
  const remove = useCallback((one: Failed) => {
    setFailed((before) => before.filter(({ key }) => key !== one.key));
  }, []);
  return { failed, add, remove };
}

const wordsFor = ({ failure, kept }: Omit<Failed, 'key'>): string => failureText(failure, kept).happened;

function ToastCard(props: { readonly toast: Toast; readonly onClose: () => void }): ReactElement {
  const { toast, onClose } = props;
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(onClose, STAY);
    return () => {
      clearTimeout(timer);
    };
  }, [isHeld, onClose]);
  const hold = (): void => {
    setHeld(true);
  };
  const release = (): void => {
    setHeld(false);
  };
  const Icon = toast.isFailure === true ? IconAlertCircle : IconDeviceLaptop;
  return (
    <div className={css.card} onMouseEnter={hold} onMouseLeave={release} onFocus={hold} onBlur={release}>
      <Icon size={16} stroke={1.6} aria-hidden />
      <span className={css.text}>{toast.text}</span>
      {toast.action && (
        <button
          type="button"
          className="link"
          onClick={() => {
            onClose();
            toast.action?.run();
          }}
        >
          {toast.action.label}
        </button>
      )}
      {toast.action?.hint !== undefined && <KeyHint keys={toast.action.hint} />}
      <ActionIcon aria-label={words.close} onClick={onClose}>
        <IconX size={16} stroke={1.6} aria-hidden />
      </ActionIcon>
    </div>
  );
}
