import type { ReactElement } from 'react';
import type { Failure } from '#shared/failure.ts';
import { AccountQuestion, type WhichAccount } from './account-question.tsx';
import { FailureNotice } from './failure-notice.tsx';
import type { FailureAction } from './failure-text.ts';

/** What came of connecting where it did not connect: a question whose the token is, or a failure in words. */
export function ConnectOutcome(props: {
  readonly failure: Failure;
  readonly isBusy: boolean;
  readonly onAccount: (account: WhichAccount) => void;
  readonly onCancel: () => void;
  readonly onAction?: ((action: FailureAction) => void) | undefined;
}): ReactElement {
  const { failure } = props;
  if (failure.code !== 'which-account') {
    return <FailureNotice failure={failure} kept={undefined} onAction={props.onAction} />;
  }
  return (
    <AccountQuestion
      records={failure.records}
      unsent={failure.unsent}
      isBusy={props.isBusy}
      onAnswer={props.onAccount}
      onCancel={props.onCancel}
    />
  );
}
