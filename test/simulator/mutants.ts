import type { Mutant } from './mutant.ts';

/** The engines that the auditor must catch. */
export const mutants: readonly Mutant[] = [
  {
    name: 'pull over dirty',
    rule: '3: local = base takes the remote, another local stays',
    file: 'src/shared/sync/merge.ts',
    find: `return isRemoteUnchanged ? 'keep-local' : 'conflict';`,
    replace: `return isRemoteUnchanged ? 'keep-local' : 'take-remote';`,
  },
];
