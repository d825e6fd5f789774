import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string): string => resolve(import.meta.dirname, path);

// Stays in node_modules: Vite would bundle a native module silently, and electron-log asks not to be bundled.
const external = ['better-sqlite3', /^electron-log(\/.*)?$/];

// electron-vite derives the targets from the installed `electron`; the code must run on its older test runtime too.
const node = 'node20';
const chrome = 'chrome130';

/** How the three parts of the app are built: ESM main, sandboxed CommonJS preload, renderer under a strict CSP. */
export default defineConfig({
  main: {
    build: {
      target: node,
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          main: at('src/main/main.ts'),
          checkpoint: at('src/main/database/checkpoint-thread.ts'),
          service: at('src/main/sample/service-process.ts'),
          storage: at('src/main/storage/storage-process.ts'),
          transfer: at('src/main/transfer/transfer-process.ts'),
        },
        external,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: node,
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: at('src/preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    plugins: [react()],
    build: {
      target: chrome,
      outDir: at('out/renderer'),
      emptyOutDir: true,
      minify: true,
      // Without the polyfill no script of the page is inline; a file is never inlined as a data: script or style.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: { input: at('src/renderer/index.html') },
    },
  },
});
