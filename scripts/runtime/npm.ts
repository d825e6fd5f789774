import type { Command } from '../launch/child.ts';

/** Gives the command that runs the npm at hand: the one that runs this script, or else the one on the PATH. */
export function npm(...args: readonly string[]): Command {
  const cli = process.env.npm_execpath;
  return cli?.endsWith('.js') === true
    ? { file: process.execPath, args: [cli, ...args] }
    : { file: 'npm', args };
}
