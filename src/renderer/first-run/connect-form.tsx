import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconCircleCheckFilled } from '@tabler/icons-react';
import { useRef, useState, type ReactElement } from 'react';
import type { Failure } from '#shared/failure.ts';
import type { ConnectionTest } from '#shared/model/settings.ts';
import { useAppActs } from '../api/app.ts';
import { connectionCalls, useConnection } from '../api/settings.ts';
import type { WhichAccount } from '../ui/account-question.tsx';
import { ConnectOutcome } from '../ui/connect-outcome.tsx';
import type { FailureAction } from '../ui/failure-text.ts';
import { testText } from '../ui/connection-test-text.ts';
import css from './first-run.module.css';
import { words } from './words.ts';

/** What every address begins with, in every language. */
const ADDRESS_BEGIN = 'https://';

type Doing = 'test' | 'connect';

/** Asks for the address and the token; tests them, or connects with them. */
export function ConnectForm({ isMain }: { readonly isMain: boolean }): ReactElement {
  const { connect } = useAppActs();
  const connection = useConnection();
  const [doing, setDoing] = useState<Doing>();
  const [failure, setFailure] = useState<Failure>();
  const [tested, setTested] = useState<ConnectionTest>();
  const address = useRef<HTMLInputElement>(null);
  const token = useRef<HTMLInputElement>(null);
  const form = useForm({
    mode: 'controlled',
    initialValues: { address: '', token: '' },
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
      <p className={css.text}>{words.connectHint}</p>
      <TextInput
        ref={address}
        className={css.address ?? ''}
        label={words.address}
        placeholder={ADDRESS_BEGIN}
        type="url"
        spellCheck={false}
        autoComplete="off"
        autoFocus
        {...form.getInputProps('address')}
      />
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
          onAction={act}
        />
      )}
    </form>
  );
}
