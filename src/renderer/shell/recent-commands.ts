import { z } from 'zod';
import { Command } from '#shared/model/command.ts';

const KEY = 'recent-commands';
const MOST = 5;

const Recent = z.array(Command).max(MOST);

/** The commands that were last run from the palette, newest first; none where what was kept cannot be read. */
export function recentCommands(): readonly Command[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Recent.safeParse(kept).data ?? [];
  } catch {
    // What is kept is a convenience; a damaged one begins anew.
    return [];
  }
}

/** Keeps that a command was run from the palette. */
export function noteCommand(command: Command): void {
  const recent = [command, ...recentCommands().filter((one) => one !== command)];
  localStorage.setItem(KEY, JSON.stringify(recent.slice(0, MOST)));
}
