import { Button, TextInput, type TextInputProps } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconCircleCheckFilled } from '@tabler/icons-react';
import { useId, useRef, useState, type ReactElement, type Ref } from 'react';
import type { Failure } from '#shared/failure.ts';
import type { ConnectionTest } from '#shared/model/settings.ts';
import { useAppActs } from '../api/app.ts';
import { connectionCalls, useConnection } from '../api/settings.ts';
import type { WhichAccount } from '../ui/account-question.tsx';
import { ConnectOutcome } from '../ui/connect-outcome.tsx';
import { failureText, type FailureAction } from '../ui/failure-text.ts';
import { ManagedValue } from '../ui/managed-value.tsx';
import { managedWords } from '../ui/managed-words.ts';
import { testText } from '../ui/connection-test-text.ts';
import css from './first-run.module.css';
import { words } from './words.ts';

/** What every address begins with, in every language. */
const ADDRESS_BEGIN = 'https://';

type Doing = 'test' | 'connect';

/** Asks for the address, where an administrator has not set it, and the token; tests them, or connects with them. */
export function ConnectForm(props: {
  readonly isMain: boolean;
  readonly managedAddress: string | undefined;
}): ReactElement {
  const { isMain, managedAddress } = props;
  const isManaged = managedAddress !== undefined;
  const { connect } = useAppActs();
  const connection = useConnection();
  const [doing, setDoing] = useState<Doing>();
  const [failure, setFailure] = useState<Failure>();
  const [tested, setTested] = useState<ConnectionTest>();
  const address = useRef<HTMLInputElement>(null);
  const token = useRef<HTMLInputElement>(null);
  const form = useForm({
    mode: 'controlled',
    initialValues: { address: managedAddress ?? '', token: '' },
    validate: {
      address: (text) => (text.trim() === '' ? words.addressMissing : null),
      token: (text) => (text.trim() === '' ? words.tokenMissing : null),
    },
  });
  const run = async (what: Doing, account?: WhichAccount): Promise<void> => {
    if (form.validate().hasErrors) return;
    setDoing(what);
    if (account === undefined) setFailure(undefined);
    setTested(undefined);
    const input = { ...form.values, ...(account && { account }) };
    const answer = what === 'test' ? await connectionCalls.test(input) : await connect(input);
    setDoing(undefined);
    if (!answer.ok) setFailure(answer.failure);
    else if ('took' in answer.value) setTested(answer.value);
  };
  const act = (action: FailureAction): void => {
    if (action === 'enter-token') token.current?.select();
    else if (action === 'check-address') address.current?.select();
    else void run('test');
  };
  const hasKeyring = connection.data?.hasKeyring !== false;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void run('connect');
      }}
    >
      <h2 className={css.title}>{words.connectTitle}</h2>
      <p className={css.text}>{hintOf(isManaged)}</p>
      <AddressField ref={address} managedAddress={managedAddress} {...form.getInputProps('address')} />
      <TextInput
        ref={token}
        className={css.token ?? ''}
        label={words.token}
        placeholder={words.tokenExample}
        description={hasKeyring ? words.tokenEncrypted : words.tokenInMemory}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        type="password"
        spellCheck={false}
        autoComplete="off"
        autoFocus={isManaged}
        {...form.getInputProps('token')}
      />
      <div className={css.buttons}>
        <Button type="submit" size="md" variant={isMain ? 'filled' : 'default'} loading={doing === 'connect'}>
          {words.connect}
        </Button>
        <Button
          size="md"
          loading={doing === 'test'}
          onClick={() => {
            void run('test');
          }}
        >
          {words.test}
        </Button>
        <span className={css.tested} role="status">
          {tested && (
            <>
              <IconCircleCheckFilled size={14} aria-hidden />
              {testText(tested)}
            </>
          )}
        </span>
      </div>
      {failure && (
        <ConnectOutcome
          failure={failure}
          isBusy={doing !== undefined}
          onAccount={(account) => void run('connect', account)}
          onCancel={() => {
            setFailure(undefined);
          }}
          onAction={canAct(failure, isManaged) ? act : undefined}
        />
      )}
    </form>
  );
}

/** The address: to be entered, or as an administrator has set it. */
function AddressField({
  managedAddress,
  ...input
}: TextInputProps & {
  readonly ref: Ref<HTMLInputElement>;
  readonly managedAddress: string | undefined;
}): ReactElement {
  const id = useId();
  if (managedAddress === undefined) {
    return (
      <TextInput
        className={css.address ?? ''}
        label={words.address}
        placeholder={ADDRESS_BEGIN}
        type="url"
        spellCheck={false}
        autoComplete="off"
        autoFocus
        {...input}
      />
    );
  }
  return (
    <div className={css.managed} role="group" aria-labelledby={id}>
      <span id={id} className={css.managedName}>
        {words.address}
      </span>
      <ManagedValue text={managedAddress} />
      <span className={css.managedHint}>{managedWords.setBy}</span>
    </div>
  );
}

const hintOf = (isManaged: boolean): string => (isManaged ? managedWords.connectHint : words.connectHint);

/** Whether the main action of a failure can be done here: an address that is managed cannot be checked. */
const canAct = (failure: Failure, isManaged: boolean): boolean =>
  !isManaged || failureText(failure, undefined).action !== 'check-address';
