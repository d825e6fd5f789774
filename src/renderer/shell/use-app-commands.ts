import type { Settings } from '#shared/model/settings.ts';
import type { ZoomStep } from '#shared/model/zoom.ts';
import { appCalls } from '../api/app.ts';
import { useCommands, type Act } from '../api/commands.ts';
import { useChangeSettings } from '../api/settings.ts';

/** Offers what can be done on every screen, the first run included: how the window looks, and where its data is. */
export function useAppCommands(settings: Settings | undefined): void {
  const change = useChangeSettings();
  const colours = (wanted: Settings['colours']): Act => ({
    run: () => void change({ colours: wanted }),
    isChecked: settings?.colours === wanted,
    isOfWindow: true,
  });
  const density = (wanted: Settings['density']): Act => ({
    run: () => void change({ density: wanted }),
    isChecked: settings?.density === wanted,
    isOfWindow: true,
  });
  const zoom = (step: ZoomStep): Act => ({ run: () => void appCalls.zoom({ step }), isOfWindow: true });
  useCommands({
    'colours-system': colours('system'),
    'colours-light': colours('light'),
    'colours-dark': colours('dark'),
    'density-compact': density('compact'),
    'density-standard': density('standard'),
    'density-comfortable': density('comfortable'),
    'zoom-in': zoom(1),
    'zoom-out': zoom(-1),
    'zoom-reset': zoom(0),
    // In a text it is the text's; elsewhere a part of the screen says what all is, and never the whole page.
    'select-all': () => undefined,
    'show-data-folder': () => void appCalls.showDataFolder(),
  });
}
