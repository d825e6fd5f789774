import { useMediaQuery } from '@mantine/hooks';

/** How much of the app fits beside each other: everything, with a rail for the navigation, or one pane. */
export type Layout = 'wide' | 'rail' | 'one-pane';

const atOnce = { getInitialValueInEffect: false };

/** Follows which layout the width of the window allows. */
export function useLayout(): Layout {
  const isWide = useMediaQuery('(width >= 1180px)', true, atOnce);
  const isOnePane = useMediaQuery('(width < 900px)', false, atOnce);
  if (isOnePane) return 'one-pane';
  return isWide ? 'wide' : 'rail';
}
