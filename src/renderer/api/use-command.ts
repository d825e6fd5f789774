import { useEffect, useEffectEvent } from 'react';
import type { Command } from '#shared/model/command.ts';
import { bridge } from './bridge.ts';

/** Runs `handle` for every command of the native menu, for as long as the component is shown. */
export function useCommand(handle: (command: Command) => void): void {
  const onCommand = useEffectEvent(handle);
  useEffect(
    () =>
      bridge.on('command', ({ command }) => {
        onCommand(command);
      }),
    [],
  );
}
