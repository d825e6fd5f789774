import { Button, TextInput } from '@mantine/core';
import { useId, useState, type ReactElement } from 'react';
import type { Failure } from '#shared/failure.ts';
import type { ConnectionSettings } from '#shared/model/settings.ts';
import { useAppActs } from '../api/app.ts';
import { useRefreshConnection } from '../api/settings.ts';
import type { WhichAccount } from '../ui/account-question.tsx';
import { ConnectOutcome } from '../ui/connect-outcome.tsx';
import { useToasts } from '../ui/toast-context.ts';
import { SettingRow } from './setting-row.tsx';
import css from './settings.module.css';
import { words } from './words.ts';

/** What is typed of a service so far: where it is, and its token unless this laptop has one. */
export type Entered = { readonly address: string; readonly token: string };

/** The address of the service; a changed one is connected to with its own token, typed or kept. */
export function AddressRow(props: {
  readonly connection: ConnectionSettings;
  readonly entered: Entered;
  readonly onType: (entered: Entered) => void;
}): ReactElement {
  const { connection, entered, onType } = props;
  const { address, token } = entered;
  const id = useId();
  const form = useId();
  const { connect } = useAppActs();
  const refresh = useRefreshConnection();
  const toasts = useToasts();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const isChanged = address.trim() !== connection.address;
  const save = async (account?: WhichAccount): Promise<void> => {
    setBusy(true);
    if (account === undefined) setFailure(undefined);
    const answer = await connect({ address, token, ...(account && { account }) });
    setBusy(false);
    if (!answer.ok) {
      setFailure(answer.failure);
      return;
    }
    setFailure(undefined);
    toasts.show({ text: words.connected });
    await refresh();
  };
  return (
    <SettingRow
      label={words.address}
      hint={words.addressHint}
      controlId={id}
      below={
        (isChanged || failure) && (
          <div className={css.below}>
            {isChanged && (
              <TextInput
                form={form}
                label={words.addressToken}
                description={words.addressTokenHint}
                type="password"
                autoComplete="off"
                value={token}
                onChange={(event) => {
                  onType({ address, token: event.currentTarget.value });
                }}
              />
            )}
            {failure && (
              <ConnectOutcome
                failure={failure}
                isBusy={isBusy}
                onAccount={(account) => void save(account)}
                onCancel={() => {
                  setFailure(undefined);
                }}
              />
            )}
          </div>
        )
      }
    >
      <form
        id={form}
        className={css.inline}
        onSubmit={(event) => {
          event.preventDefault();
          if (isChanged) void save();
        }}
      >
        <TextInput
          id={id}
          className={css.addressInput ?? ''}
          value={address}
          spellCheck={false}
          autoComplete="off"
          error={failure !== undefined}
          onChange={(event) => {
            onType({ address: event.currentTarget.value, token });
          }}
        />
        {isChanged && (
          <Button type="submit" variant="filled" loading={isBusy}>
            {words.saveAddress}
          </Button>
        )}
      </form>
    </SettingRow>
  );
}
