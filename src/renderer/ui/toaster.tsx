import { ActionIcon } from '@mantine/core';
import { IconAlertCircle, IconDeviceLaptop, IconX } from '@tabler/icons-react';
import { useEffect, useMemo, useState, type ReactElement, type ReactNode } from 'react';
import { failureText } from './failure-text.ts';
import { KeyHint } from './key-hint.tsx';
import { ToastContext, type Toast, type Toasts } from './toast-context.ts';
import css from './toaster.module.css';
import { words } from './words.ts';

/** Milliseconds that a notice stays when nobody points at it. */
const STAY = 8000;

type Shown = Toast & { readonly key: number };

/** Lets everything inside show notices, at the bottom start of the screen; `kept` counts unsent changes. */
export function Toaster(props: {
  readonly kept: number | undefined;
  readonly children: ReactNode;
}): ReactElement {
  const [shown, setShown] = useState<Shown>();
  const { kept } = props;
  const toasts = useMemo<Toasts>(() => {
    const show = (toast: Toast): void => {
      setShown((before) => ({ ...toast, key: (before?.key ?? 0) + 1 }));
    };
    return {
      show,
      fail: (failure) => {
        const text = failureText(failure, kept);
        show({ text: `${text.happened} ${text.kept}`, isFailure: true });
      },
      clear: () => {
        setShown(undefined);
      },
    };
  }, [kept]);
  return (
    <ToastContext value={toasts}>
      {props.children}
      <div className={css.place} role="status" aria-label={words.notices}>
        {shown && <ToastCard key={shown.key} toast={shown} onClose={toasts.clear} />}
      </div>
    </ToastContext>
  );
}

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
