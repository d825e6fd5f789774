import { Button, Select } from '@mantine/core';
import { IconChevronDown, IconCircleCheckFilled } from '@tabler/icons-react';
import { useId, useRef, useState, type ReactElement } from 'react';
import type { Failure } from '#shared/failure.ts';
import type { Connection } from '#shared/model/app-state.ts';
import type { ConnectionSettings, ConnectionTest, Settings } from '#shared/model/settings.ts';
import { connectionCalls, useChangeSettings, useConnection, useManaged } from '../api/settings.ts';
import { useRefreshTraits } from '../api/sync.ts';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { ManagedNotice } from '../ui/managed-notice.tsx';
import { AddressRow, type Entered } from './address-row.tsx';
import { ManagedAddressRow, ManagedIntervalRow } from './managed-rows.tsx';
import { NoticesRow } from './notices-row.tsx';
import { Section, SettingRow } from './setting-row.tsx';
import { testText } from '../ui/connection-test-text.ts';
import css from './settings.module.css';
import { TokenRow } from './token-row.tsx';
import { useWish } from './wish.ts';
import { intervalText, words } from './words.ts';

const INTERVALS = [1, 2, 5, 10, 15, 30, 60];

/** The settings of the connection. */
export function ConnectionSection(props: {
  readonly connection: Connection;
  readonly settings: Settings;
}): ReactElement {
  const connection = useConnection().data;
  const managed = useManaged();
  const isSample = props.connection.kind === 'sample';
  return (
    <Section name="connection" title={words.connection}>
      {managed && (
        <div className={css.managed}>
          <ManagedNotice managed={managed} />
        </div>
      )}
      {isSample && (
        <SettingRow label={words.sampleConnection} hint={words.sampleConnectionHint}>
          {null}
        </SettingRow>
      )}
      {!isSample && connection && managed && (
        <ServiceRows
          key={connection.address}
          connection={connection}
          managedAddress={managed.settings.serviceAddress}
        />
      )}
      {managed?.settings.intervalMinutes === undefined ? (
        <IntervalRow minutes={props.settings.intervalMinutes} />
      ) : (
        <ManagedIntervalRow minutes={managed.settings.intervalMinutes} />
      )}
      <NoticesRow notifies={props.settings.notifies} />
    </Section>
  );
}

function ServiceRows(props: {
  readonly connection: ConnectionSettings;
  readonly managedAddress: string | undefined;
}): ReactElement {
  const { connection, managedAddress } = props;
  const [entered, setEntered] = useState<Entered>({ address: connection.address, token: '' });
  const isOther = entered.address.trim() !== connection.address;
  return (
    <>
      {managedAddress === undefined ? (
        <AddressRow connection={connection} entered={entered} onType={setEntered} />
      ) : (
        <ManagedAddressRow address={connection.address} managedAddress={managedAddress} />
      )}
      <TokenRow connection={connection} />
      <TestRow
        key={`${entered.address} ${entered.token}`}
        address={entered.address}
        // Typed for another address, it is not shown here any more.
        token={isOther ? entered.token : ''}
      />
    </>
  );
}

/** Tests the address as it stands in its field; what came of another one is not shown any more. */
function TestRow({ address, token }: Entered): ReactElement {
  const refreshTraits = useRefreshTraits();
  const [isBusy, setBusy] = useState(false);
  const [tested, setTested] = useState<ConnectionTest>();
  const [failure, setFailure] = useState<Failure>();
  const test = async (): Promise<void> => {
    setBusy(true);
    setTested(undefined);
    setFailure(undefined);
    const answer = await connectionCalls.test({ address, token });
    setBusy(false);
    if (!answer.ok) {
      setFailure(answer.failure);
      return;
    }
    setTested(answer.value);
    await refreshTraits();
  };
  const button = useRef<HTMLButtonElement>(null);
  useWish('test', () => {
    // While it tests, the button cannot have the focus.
    button.current?.closest<HTMLElement>('[data-section]')?.focus();
    button.current?.scrollIntoView({ block: 'nearest' });
    void test();
  });
  return (
    <SettingRow
      label={words.test}
      hint={words.testHint}
      below={
        failure && (
          <div className={css.below}>
            <FailureNotice failure={failure} kept={undefined} />
          </div>
        )
      }
    >
      <span role="status" className={css.outcome}>
        {tested && (
          <>
            <IconCircleCheckFilled size={14} aria-hidden />
            {testText(tested)}
          </>
        )}
      </span>
      <Button
        ref={button}
        loading={isBusy}
        onClick={() => {
          void test();
        }}
      >
        {tested || failure ? words.testAgain : words.testNow}
      </Button>
    </SettingRow>
  );
}

function IntervalRow({ minutes }: { readonly minutes: number }): ReactElement {
  const id = useId();
  const change = useChangeSettings();
  const choices = INTERVALS.includes(minutes) ? INTERVALS : [...INTERVALS, minutes].sort((a, b) => a - b);
  return (
    <SettingRow label={words.interval} hint={words.intervalHint} controlId={id}>
      <Select
        id={id}
        className={css.select ?? ''}
        data={choices.map((choice) => ({ value: String(choice), label: intervalText(choice) }))}
        value={String(minutes)}
        withCheckIcon={false}
        rightSection={<IconChevronDown size={14} stroke={1.75} aria-hidden />}
        rightSectionPointerEvents="none"
        onChange={(value) => {
          if (value !== null) void change({ intervalMinutes: Number(value) });
        }}
      />
    </SettingRow>
  );
}
