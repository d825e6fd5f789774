import { existsSync } from 'node:fs';
import { runChild } from './launch/child.ts';
import { hasDisplay, withDisplay } from './launch/display.ts';
import { electronEnvironment, isRoot } from './launch/privilege.ts';
import { Problem, runCommand } from './problem.ts';
import { inRepository, repositoryFolder } from './repository.ts';
import { findElectron } from './runtime/electron.ts';

await runCommand('start', async () => {
  const electron = await findElectron();
  if (electron === undefined) throw new Problem('no Electron in node_modules; run "npm run setup"');
  if (!existsSync(inRepository('out', 'main', 'main.js'))) {
    throw new Problem('the app is not built: out/main/main.js is missing; run "npm run build"');
  }
  if (!hasDisplay()) process.stderr.write('start: no display here, so the app runs on a virtual one\n');
  const args = [...(isRoot() ? ['--no-sandbox'] : []), '.', ...process.argv.slice(2)];
  return withDisplay((env) =>
    runChild({ file: electron.executable, args, cwd: repositoryFolder, env: electronEnvironment(env) }),
  );
});
