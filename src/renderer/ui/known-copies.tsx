import { Button } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import type { Failure } from '#shared/failure.ts';
import { wordsOf } from '#shared/language/language.ts';
import type { KnownCopy } from '#shared/model/storage.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { marketplaceAccounts } from '#shared/resources/marketplace-accounts.ts';
import { useKnownCopies, useStorageActs } from '../api/storage.ts';
import { FailureNotice } from './failure-notice.tsx';
import css from './known-copies.module.css';

const words = wordsOf('copies');

/** Names the copies on this laptop that are not open, with what they hold, and opens one; `isMain`: nothing is open. */
export function KnownCopies(props: {
  readonly copies: readonly KnownCopy[];
  readonly isMain?: boolean;
}): ReactElement {
  const { openCopy } = useStorageActs();
  const [opening, setOpening] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const open = async (name: string): Promise<void> => {
    setOpening(name);
    setFailure(undefined);
    const answer = await openCopy(name);
    setOpening(undefined);
    if (!answer.ok) setFailure(answer.failure);
  };
  return (
    <>
      {props.copies.map((copy) => (
        <div key={copy.name} className={css.copy}>
          <div>
            <strong>{copy.label}</strong>
            <p className={css.held}>{heldText(copy)}</p>
          </div>
          <Button
            {...(props.isMain && { size: 'md', variant: 'filled' })}
            aria-label={words.openNamed({ name: copy.label })}
            loading={opening === copy.name}
            disabled={opening !== undefined}
            onClick={() => void open(copy.name)}
          >
            {words.open}
          </Button>
        </div>
      ))}
      {failure && <FailureNotice failure={failure} kept={undefined} />}
    </>
  );
}

/** How much was not sent in copies that are not open. */
export const unsentIn = (copies: readonly KnownCopy[]): number =>
  copies.reduce((sum, { unsent }) => sum + unsent, 0);

/** Follows how much was not sent in copies that are not open. */
export const useUnsentElsewhere = (): number => unsentIn(useKnownCopies().data ?? []);

/** What a copy holds that is not open. */
function heldText({ byResource, unsent }: KnownCopy): string {
  const people = byResource[keyAccounts.name] ?? 0;
  const accounts = byResource[marketplaceAccounts.name] ?? 0;
  if (people + accounts + unsent === 0) return words.unreadable;
  return [
    ...(unsent > 0 ? [words.unsent({ count: unsent })] : []),
    ...(people > 0 ? [words.people({ count: people })] : []),
    ...(accounts > 0 ? [words.accounts({ count: accounts })] : []),
  ].join(' · ');
}
