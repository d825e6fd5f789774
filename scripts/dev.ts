import { runChild } from './launch/child.ts';
import { hasDisplay, withDisplay } from './launch/display.ts';
import { electronEnvironment, isRoot } from './launch/privilege.ts';
import { runCommand } from './problem.ts';
import { inRepository, repositoryFolder } from './repository.ts';

await runCommand('dev', async () => {
  if (!hasDisplay()) process.stderr.write('dev: no display here, so the app runs on a virtual one\n');
  const vite = inRepository('node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const sandbox = isRoot() ? ['--noSandbox'] : [];
  // What a person adds is for the app (`--profile=alice`), not for electron-vite.
  const args = [vite, 'dev', '--watch', ...sandbox, '--', ...process.argv.slice(2)];
  return withDisplay((env) =>
    runChild({ file: process.execPath, args, cwd: repositoryFolder, env: electronEnvironment(env) }),
  );
});
