import path from 'node:path';
import { runChild } from './launch/child.ts';
import { withDisplay } from './launch/display.ts';
import { electronEnvironment } from './launch/privilege.ts';
import { Problem, runCommand } from './problem.ts';
import { inRepository } from './repository.ts';

await runCommand('with-display', async () => {
  const [file, ...args] = process.argv.slice(2);
  if (file === undefined)
    throw new Problem('no command; give one: tsx scripts/with-display.ts playwright test');
  const binaries = inRepository('node_modules', '.bin');
  return withDisplay((env) =>
    runChild({
      file,
      args,
      env: { ...electronEnvironment(env), PATH: `${binaries}${path.delimiter}${env.PATH ?? ''}` },
    }),
  );
});
