import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { wordsInOnePlace } from './eslint.words.config.js';

// ---- Who may import whom (docs/architecture.md). Each wall says what to do instead. ----

const ELECTRON = '^electron($|/)';
// `list` and `record` are folders of ui.
const FEATURES = '^(\\.\\./)+(?!api/|ui/|list/|record/)[a-z-]+/';

const wall = (regex, message) => ({ regex, message });

const noElectron = wall(
  ELECTRON,
  'Only the shell knows Electron, so that this runs under plain Node: take what you need as a port (src/main/ports.ts).',
);
const noSqlite = wall(
  '^better-sqlite3$',
  'Only src/main/database opens files: take a ReadableDb or a WritableDb as an argument.',
);
const noLayers = (...layers) =>
  wall(
    `(^|/)(${layers.join('|')})/`,
    'This layer is below the one you import. Move what you need down here, or call from the layer above.',
  );
const noService = wall(
  '(^|/)service/(?!.*service-message)',
  'The app knows the service by HTTP only. Just src/main/sample/service-process.ts starts it.',
);

const walls = (files, patterns, ignores = []) => ({
  files,
  ignores,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});

const importWalls = [
  walls(
    ['src/shared/**'],
    [
      wall(
        '^(?!zod$|intl-messageformat$|@formatjs/icu-messageformat-parser$|\\.{1,2}/)',
        'src/shared is pure: no Node, no DOM, no packages but zod and those of ICU messages, relative imports only.',
      ),
      wall(
        '^(\\.\\./)+(main|preload|renderer|service)/',
        'src/shared is what everybody imports: it imports nobody.',
      ),
    ],
  ),
  walls(
    ['src/main/database/**'],
    [noElectron, noLayers('sync', 'records', 'ipc', 'sample', 'renderer'), noService],
  ),
  walls(
    ['src/main/records/**', 'src/main/sync/**', 'src/main/transfer/**', 'src/main/updates/**'],
    [noElectron, noSqlite, noLayers('ipc', 'sample', 'renderer'), noService],
  ),
  walls(
    ['src/main/ipc/**'],
    [noElectron, noSqlite, noLayers('renderer'), noService],
    ['src/main/ipc/register.ts', 'src/main/ipc/broadcast.ts'],
  ),
  walls(
    ['src/main/ipc/register.ts', 'src/main/ipc/broadcast.ts'],
    [noSqlite, noLayers('renderer'), noService],
  ),
  walls(
    ['src/main/*.ts', 'src/main/sample/**', 'src/main/storage/**'],
    [noSqlite, noLayers('renderer'), noService],
    ['src/main/sample/service-process.ts'],
  ),
  walls(
    ['src/preload/**'],
    [
      wall(
        '^(?!#shared/ipc/|electron/renderer$)',
        'The preload script builds window.api from #shared/ipc and nothing else.',
      ),
    ],
  ),
  walls(
    ['src/renderer/**'],
    [
      wall(
        `${ELECTRON}|^node:|^better-sqlite3$`,
        'The window has no Node and no Electron: call src/renderer/api.',
      ),
      wall(
        '(^|/)(main|preload|service)/',
        'The window speaks to the main process through src/renderer/api only.',
      ),
    ],
  ),
  walls(
    ['src/renderer/*/**'],
    [
      wall(
        `${ELECTRON}|^node:|^better-sqlite3$`,
        'The window has no Node and no Electron: call src/renderer/api.',
      ),
      wall(
        '(^|/)(main|preload|service)/',
        'The window speaks to the main process through src/renderer/api only.',
      ),
      wall(
        FEATURES,
        'A feature never imports another one: share through src/renderer/ui, or join them in app.tsx.',
      ),
    ],
  ),
  walls(
    ['src/service/**'],
    [
      noElectron,
      wall(
        '(^|/)(main|preload|renderer)/',
        'The service runs alone: it shares nothing with the app but #shared.',
      ),
      wall('^better-sqlite3$', 'Only src/service/store opens the file of the service.'),
    ],
    ['src/service/store/**'],
  ),
  walls(
    ['src/service/store/**'],
    [
      noElectron,
      wall(
        '(^|/)(main|preload|renderer)/',
        'The service runs alone: it shares nothing with the app but #shared.',
      ),
    ],
  ),
];

// ---- What stands in one place only ----

const PORTS = 'Take it from the ports (src/main/ports.ts): tests run this code on a clock of their own.';

const purity = {
  files: ['shared', 'main/database', 'main/records', 'main/sync', 'main/transfer', 'main/updates'].map(
    (one) => `src/${one}/**`,
  ),
  rules: {
    'no-restricted-globals': [
      'error',
      ...['setTimeout', 'setInterval', 'setImmediate', 'fetch', 'performance', 'crypto'].map((name) => ({
        name,
        message: PORTS,
      })),
    ],
    'no-restricted-properties': [
      'error',
      { object: 'Date', property: 'now', message: PORTS },
      { object: 'Math', property: 'random', message: PORTS },
    ],
    'no-restricted-syntax': [
      'error',
      { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: PORTS },
    ],
  },
};

const bridgeInOnePlace = {
  files: ['src/renderer/**'],
  ignores: ['src/renderer/api/**'],
  rules: {
    'no-restricted-properties': [
      'error',
      {
        object: 'window',
        property: 'api',
        message: 'Only src/renderer/api speaks to the bridge: add a function there.',
      },
    ],
  },
};

const honestTests = {
  files: ['test/**', 'src/**/*.test.ts', 'src/**/*.test.tsx'],
  rules: {
    'max-lines-per-function': 'off',
    // The rows of a table of cases are as wide as the cases.
    'max-params': 'off',
    '@typescript-eslint/explicit-function-return-type': 'off',
    'no-restricted-properties': [
      'error',
      ...['mock', 'doMock'].map((property) => ({
        object: 'vi',
        property,
        message: 'No module is mocked: pass a port, or use the reference service.',
      })),
      ...['it', 'test', 'describe'].flatMap((object) =>
        ['skip', 'only', 'todo'].map((property) => ({
          object,
          property,
          message: 'No test is skipped or alone.',
        })),
      ),
    ],
  },
};

const oneDefaultExport = {
  ignores: ['*.config.{js,ts}'],
  rules: {
    'no-restricted-exports': [
      'error',
      {
        restrictDefaultExports: {
          direct: true,
          named: true,
          defaultFrom: true,
          namedFrom: true,
          namespaceFrom: true,
        },
      },
    ],
  },
};

// ---- Sizes (docs/architecture.md, "Size and names") ----

const sizes = {
  rules: {
    'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
    'max-lines-per-function': ['error', { max: 50, skipBlankLines: false, skipComments: false }],
    // A `switch` over a union counts once, however many cases it has.
    complexity: ['error', { max: 10, variant: 'modified' }],
    'max-params': ['error', 3],
  },
};

const componentSizes = {
  files: ['**/*.tsx'],
  rules: { 'max-lines-per-function': ['error', { max: 150, skipBlankLines: false, skipComments: false }] },
};

const style = {
  rules: {
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    '@typescript-eslint/consistent-type-imports': 'error',
    '@typescript-eslint/consistent-type-definitions': 'off',
    '@typescript-eslint/explicit-function-return-type': [
      'error',
      { allowExpressions: true, allowTypedFunctionExpressions: true, allowHigherOrderFunctions: true },
    ],
    '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
  },
};

export default tseslint.config(
  { ignores: ['out/', 'dist/', '.tsbuild/', 'test-results/', 'playwright-report/', 'node_modules/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.config.ts', '*.config.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
  },
  style,
  sizes,
  componentSizes,
  {
    files: ['src/renderer/**'],
    plugins: reactHooks.configs.flat['recommended-latest'].plugins,
    // React's compiler, which that last rule is about, is not used here.
    rules: {
      ...reactHooks.configs.flat['recommended-latest'].rules,
      'react-hooks/incompatible-library': 'off',
    },
  },
  oneDefaultExport,
  ...importWalls,
  purity,
  bridgeInOnePlace,
  wordsInOnePlace,
  honestTests,
  { files: ['**/*.js'], ...tseslint.configs.disableTypeChecked },
  { files: ['eslint.config.js'], rules: { '@typescript-eslint/explicit-function-return-type': 'off' } },
);
