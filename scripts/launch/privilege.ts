/** Tells whether this runs as root, which Chromium refuses to do with its sandbox on. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Gives a copy of an environment in which Electron starts as an app, even from an editor's own terminal. */
export function electronEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { ELECTRON_RUN_AS_NODE: _asNode, ...rest } = env;
  return rest;
}
