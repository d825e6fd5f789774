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

/** The address of the service; a changed one is connected to with the saved token. */
export function AddressRow(props: {
  readonly connection: ConnectionSettings;
  /** What is typed so far. */
  readonly address: string;
  readonly onType: (address: string) => void;
}): ReactElement {
  const { connection, address } = props;
  const id = useId();
  const { connect } = useAppActs();
  const refresh = useRefreshConnection();
  const toasts = useToasts();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const isChanged = address.trim() !== connection.address;
  const save = async (account?: WhichAccount): Promise<void> => {
    setBusy(true);
    if (account === undefined) setFailure(undefined);
    const answer = await connect({ address, ...(account && { account }) });
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
        failure && (
          <div className={css.below}>
            <ConnectOutcome
              failure={failure}
              isBusy={isBusy}
              onAccount={(account) => void save(account)}
              onCancel={() => {
                setFailure(undefined);
              }}
            />
          </div>
        )
      }
    >
      <form
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
            props.onType(event.currentTarget.value);
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
