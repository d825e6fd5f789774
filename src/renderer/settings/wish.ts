import { createContext, use, useEffect, useEffectEvent } from 'react';

/** A setting that a command asked for, to be opened where it stands. */
export type SettingsWish = 'test' | 'token' | 'language' | 'restore' | 'remove-data' | 'updates';

/** What was asked for, and a word that it was heard. */
export type Wished = { readonly wish: SettingsWish | undefined; readonly onTaken: () => void };

/** What a command asked the settings for. */
export const WishContext = createContext<Wished>({ wish: undefined, onTaken: () => undefined });

/** Acts once, as soon as the setting `mine` that was asked for is shown. */
export function useWish(mine: SettingsWish, act: () => void): void {
  const { wish, onTaken } = use(WishContext);
  const take = useEffectEvent(() => {
    onTaken();
    act();
  });
  useEffect(() => {
    if (wish === mine) take();
  }, [wish, mine]);
}
