import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { ServiceClient } from '../../test/support/service-client.ts';
import { startServiceProcess, type ServiceProcess } from '../../test/support/service-process.ts';
import { repositoryFolder } from '../repository.ts';

const TOKEN = 'tour-token';
const RECORDS = 2000;
const ACCOUNTS = 300;

/** The service of the tour: a process of its own that can be stopped and comes back where it was. */
export class StageService {
  readonly #store: string;
  #process: ServiceProcess | undefined;
  #address = '';

  constructor(folder: string) {
    this.#store = join(folder, 'service.db');
  }

  get address(): string {
    return this.#address;
  }

  readonly token = TOKEN;
  readonly records = RECORDS;

  /** Speaks to the service as it runs now. */
  get client(): ServiceClient {
    return new ServiceClient(this.#process?.address ?? this.#address, TOKEN);
  }

  /** Starts it at its own port; the first start chooses one. */
  async start(): Promise<void> {
    const port = this.#address === '' ? '0' : new URL(this.#address).port;
    this.#process = await this.#run(port);
    this.#address = this.#process.address;
  }

  async stop(): Promise<void> {
    await this.#process?.stop();
    this.#process = undefined;
  }

  /** Lets colleagues work on the same records at another port, where the app cannot see the service. */
  async elsewhere(work: (client: ServiceClient) => Promise<void>): Promise<void> {
    const hidden = await this.#run('0');
    try {
      await work(new ServiceClient(hidden.address, TOKEN));
    } finally {
      await hidden.stop();
    }
  }

  #run(port: string): Promise<ServiceProcess> {
    return startServiceProcess([
      ...['--port', port, '--token', TOKEN, '--db', this.#store],
      ...['--records', String(RECORDS), '--accounts', String(ACCOUNTS), '--seed', '7'],
    ]);
  }
}

/** The app and the service that a tour walks through. */
export type Stage = {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly service: StageService;
};

/** Sets the stage in a fresh profile, walks, and takes everything away again. */
export async function onStage<Result>(walk: (stage: Stage) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'key-accounts-tour-'));
  const service = new StageService(folder);
  await service.start();
  const profile = `--profile-dir=${join(folder, 'profile')}`;
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({
    args: [...sandbox, repositoryFolder, profile, '--password-store=basic', '--lang=en-GB'],
    cwd: repositoryFolder,
    // The pictures are the same on every machine.
    env: { ...definedEnvironment(), LANGUAGE: 'en_GB', LANG: 'en_GB.UTF-8', TZ: 'UTC' },
  });
  try {
    const page = await app.firstWindow();
    await page.waitForLoadState();
    return await walk({ app, page, service });
  } finally {
    await app.close();
    await service.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const definedEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
