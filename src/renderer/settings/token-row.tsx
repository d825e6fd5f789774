import { Button, TextInput } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useRef, useState, type ReactElement } from 'react';
import type { Failure } from '#shared/failure.ts';
import type { ConnectionSettings } from '#shared/model/settings.ts';
import { useAppActs } from '../api/app.ts';
import { useRefreshConnection } from '../api/settings.ts';
import type { WhichAccount } from '../ui/account-question.tsx';
import { ConnectOutcome } from '../ui/connect-outcome.tsx';
import { useToasts } from '../ui/toast-context.ts';
import { SettingRow } from './setting-row.tsx';
import css from './settings.module.css';
import { useWish } from './wish.ts';
import { tokenText, words } from './words.ts';

/** Where the sign-in token is, and how it is replaced; the token itself is never shown. */
export function TokenRow({ connection }: { readonly connection: ConnectionSettings }): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const close = (): void => {
    setOpen(false);
  };
  const button = useRef<HTMLButtonElement>(null);
  useWish('token', () => {
    // The field takes the focus where it is new.
    button.current?.focus();
    setOpen(true);
  });
  return (
    <SettingRow
      label={words.token}
      hint={connection.hasKeyring ? words.tokenEncrypted : words.tokenInMemory}
      below={isOpen && <TokenForm connection={connection} onClose={close} />}
    >
      <span className={css.outcome}>
        <IconLock size={14} stroke={1.75} aria-hidden className={css.plainIcon} />
        {tokenText(connection.tokenStorage, connection.tokenSavedAt)}
      </span>
      <Button
        ref={button}
        aria-expanded={isOpen}
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        {words.replace}
      </Button>
    </SettingRow>
  );
}

function TokenForm(props: {
  readonly connection: ConnectionSettings;
  readonly onClose: () => void;
}): ReactElement {
  const { connect } = useAppActs();
  const refresh = useRefreshConnection();
  const toasts = useToasts();
  const [token, setToken] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const save = async (account?: WhichAccount): Promise<void> => {
    setBusy(true);
    if (account === undefined) setFailure(undefined);
    const { address } = props.connection;
    const answer = await connect({ address, token, ...(account && { account }) });
    setBusy(false);
    if (!answer.ok) {
      setFailure(answer.failure);
      return;
    }
    await refresh();
    toasts.show({ text: words.tokenReplaced });
    props.onClose();
  };
  const isAsked = failure?.code === 'which-account';
  return (
    <div className={css.below}>
      <form
        hidden={isAsked}
        className={css.inline}
        onSubmit={(event) => {
          event.preventDefault();
          if (token.trim() !== '') void save();
        }}
      >
        <TextInput
          autoFocus
          className={css.tokenInput ?? ''}
          aria-label={words.newToken}
          placeholder={words.newToken}
          type="password"
          autoComplete="off"
          value={token}
          onChange={(event) => {
            setToken(event.currentTarget.value);
          }}
        />
        <Button onClick={props.onClose}>{words.cancel}</Button>
        <Button type="submit" variant="filled" loading={isBusy} disabled={token.trim() === ''}>
          {words.save}
        </Button>
      </form>
      {failure && (
        <ConnectOutcome
          failure={failure}
          isBusy={isBusy}
          onAccount={(account) => void save(account)}
          onCancel={props.onClose}
        />
      )}
    </div>
  );
}
