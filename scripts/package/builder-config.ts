import { readFile } from 'node:fs/promises';
import type { Configuration } from 'electron-builder';
import { LINK_SCHEME } from '../../src/main/deep-link.ts';
import type { Feed } from '../../src/main/updates/feed.ts';
import { inRepository } from '../repository.ts';
import { finishPackage, LINUX_EXECUTABLE, PRODUCT, removeOtherApps } from './hooks.ts';

/** What a packaged build is made of. */
export interface PackageOptions {
  readonly electron: { readonly version: string; readonly isStandIn: boolean };
  /** The folder of an unpacked Electron; without it electron-builder fetches the one of each processor. */
  readonly distribution?: string;
  readonly output: string;
  /** Where the app is to look for new versions; it looks nowhere unless it is told. */
  readonly updates?: Feed;
  /** Hears where the executable is when everything in the package was looked at. */
  readonly onPacked?: (executable: string) => void;
}

const NATIVE = 'node_modules/better-sqlite3';

// What the build left in `out` has everything else in it (electron.vite.config.ts).
const files = (isStandIn: boolean): string[] => [
  'package.json',
  'out/main/**/*.js',
  'out/preload/*.cjs',
  'out/renderer/**/*',
  'resources/icon.png',
  '!**/*.map',
  '!node_modules/node-addon-api',
  `!${NATIVE}/{deps,src,binding.gyp,README.md}`,
  // Users get the addon that the package carries; the stand-in is too old for it and needs the one that was built here.
  ...(isStandIn
    ? [`!${NATIVE}/prebuilds`, `!${NATIVE}/build/Release/!(better_sqlite3.node)`]
    : [`!${NATIVE}/build`, `!${NATIVE}/prebuilds/!(\${platform}-*).node`]),
];

const LIBRARIES = {
  deb: [
    ...['libgtk-3-0', 'libnotify4', 'libnss3', 'libxss1', 'libxtst6', 'xdg-utils', 'libatspi2.0-0'],
    ...['libuuid1', 'libsecret-1-0', 'libasound2', 'libgbm1'],
  ],
  rpm: [
    ...['gtk3', 'libnotify', 'nss', 'libXScrnSaver', 'libXtst', 'xdg-utils', 'at-spi2-core', 'libuuid'],
    ...['libsecret', 'alsa-lib', 'mesa-libgbm'],
  ],
};

const systems = {
  win: { target: ['nsis'] },
  // One for a user, without an administrator's rights. What the app keeps of a person stays when it is uninstalled.
  nsis: {
    oneClick: false,
    perMachine: false,
    allowElevation: false,
    deleteAppDataOnUninstall: false,
  },
  mac: {
    target: [
      { target: 'dmg', arch: ['universal'] },
      { target: 'zip', arch: ['universal'] },
    ],
    category: 'public.app-category.business',
    // Both halves of a universal app carry the addons of both processors.
    x64ArchFiles: '**/better-sqlite3/prebuilds/*.node',
    hardenedRuntime: true,
  },
  linux: {
    target: ['AppImage', 'deb', 'rpm'],
    executableName: LINUX_EXECUTABLE,
    category: 'Office',
    maintainer: 'Key Accounts <key-accounts@example.invalid>',
    synopsis: 'Key Accounts for field staff',
    desktop: { entry: { StartupWMClass: 'key-accounts', Keywords: 'accounts;contacts;' } },
  },
  deb: { depends: LIBRARIES.deb },
  rpm: { depends: LIBRARIES.rpm },
} satisfies Configuration;

/** How electron-builder packages the app; for tests alone where Electron is the stand-in. */
export async function builderConfig({
  electron,
  distribution,
  output,
  updates,
  onPacked,
}: PackageOptions): Promise<Configuration> {
  const { version } = JSON.parse(await readFile(inRepository('package.json'), 'utf8')) as { version: string };
  return {
    appId: 'com.keyaccounts.desktop',
    productName: PRODUCT,
    copyright: PRODUCT,
    artifactName: `key-accounts-${version}-\${os}-\${arch}.\${ext}`,
    directories: { output, buildResources: 'resources' },
    icon: 'resources/icon.png',
    electronVersion: electron.version,
    ...(distribution !== undefined && { electronDist: distribution }),
    files: files(electron.isStandIn),
    // Everything but the addon stays in the archive, whose every byte macOS and Windows look at.
    asar: { smartUnpack: false },
    asarUnpack: ['**/*.node'],
    protocols: [{ name: PRODUCT, schemes: [LINK_SCHEME] }],
    // The addon speaks Node-API: it is never built again for Electron.
    npmRebuild: false,
    // Nothing is uploaded. Where there is a feed, what it has to announce is written beside the installers.
    publish: updates ? [{ provider: 'generic', url: updates.url }] : null,
    ...(updates && { extraMetadata: { updates } }),
    ...systems,
    afterExtract: removeOtherApps,
    afterPack: async (context) => {
      onPacked?.(await finishPackage(context));
    },
  };
}
