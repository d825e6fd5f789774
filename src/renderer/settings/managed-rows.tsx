import type { ReactElement } from 'react';
import { ManagedValue } from '../ui/managed-value.tsx';
import { managedWords } from '../ui/managed-words.ts';
import { SettingRow } from './setting-row.tsx';
import { intervalText, words } from './words.ts';

/** The address of the service where an administrator has set it; `address` is that of the copy that is open. */
export function ManagedAddressRow(props: {
  readonly address: string;
  readonly managedAddress: string;
}): ReactElement {
  const { address, managedAddress } = props;
  const hint =
    address === managedAddress ? managedWords.setBy : managedWords.elsewhere({ host: managedAddress });
  return (
    <SettingRow label={words.address} hint={hint}>
      <ManagedValue text={address} />
    </SettingRow>
  );
}

/** How often the app looks for changes where an administrator has set it. */
export const ManagedIntervalRow = ({ minutes }: { readonly minutes: number }): ReactElement => (
  <SettingRow label={words.interval} hint={managedWords.setBy}>
    <ManagedValue text={intervalText(minutes)} />
  </SettingRow>
);
