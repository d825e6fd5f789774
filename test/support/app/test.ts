import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test as base, type TestInfo } from '@playwright/test';
import type { ModeName } from '../../../src/service/mode.ts';
import { Device } from '../device.ts';
import { FaultProxy } from '../wire/fault-proxy.ts';
import { launchApp, type App, type LaunchOptions } from './launch-app.ts';
import { Screens } from './screens.ts';
import { TestService, TOKEN, type ServeOptions } from './test-service.ts';

/** An app with the words of its screens. */
export type Laptop = App & { readonly screens: Screens };

/** Something that a test ends with. */
type Ending = () => void | Promise<void>;

/** What a test may ask for. */
export type World = {
  /** Does some work when the test has ended; what began last ends first. */
  readonly afterwards: (ending: Ending) => void;
  /** Starts the app; it and its profile are gone when the test is. */
  readonly launch: (options?: LaunchOptions) => Promise<Laptop>;
  /** Starts a service. */
  readonly serve: (options?: ServeOptions) => Promise<TestService>;
  /** Opens a line to a service on which requests meet faults. */
  readonly lineTo: (service: TestService) => Promise<FaultProxy>;
  /** A second laptop, without a window. */
  readonly device: (service: TestService) => Device;
};

/** What a project of playwright.config.ts sets: the mode of every service that a test does not choose one for. */
export type Setting = { readonly mode: ModeName };

/** A test in a real Electron; everything that it starts ends with it. */
export const test = base.extend<World & Setting>({
  mode: ['modern', { option: true }],
  // Playwright reads the names of what a fixture needs from this pattern.
  afterwards: async ({}, use) => {
    const endings: Ending[] = [];
    await use((ending) => {
      endings.push(ending);
    });
    for (const ending of endings.reverse()) await ending();
  },
  launch: async ({ afterwards }, use, info) => {
    await use(async (options) => {
      const app = await launchApp(options);
      afterwards(async () => {
        await keepEvidence(app, info);
        await app.kill();
        rmSync(app.profileDir, { recursive: true, force: true });
      });
      return { ...app, screens: new Screens(app.page) };
    });
  },
  serve: async ({ afterwards, mode }, use) => {
    await use(async (options) => {
      const service = await TestService.start({ mode, ...options });
      afterwards(() => service.end());
      return service;
    });
  },
  lineTo: async ({ afterwards }, use) => {
    await use(async (service) => {
      const line = await FaultProxy.open(() => service.address);
      afterwards(() => line.close());
      return line;
    });
  },
  device: async ({ afterwards }, use) => {
    await use((service) => {
      const device = new Device(service.address, { token: TOKEN });
      afterwards(() => {
        device.dispose();
      });
      return device;
    });
  },
});

/** Keeps what a failed test leaves to look at: a picture of the window and the log of the app. */
export async function keepEvidence({ page, profileDir }: App, info: TestInfo): Promise<void> {
  if (info.status === info.expectedStatus) return;
  const name = basename(profileDir);
  const log = join(profileDir, 'logs', 'main.log');
  if (existsSync(log)) {
    copyFileSync(log, info.outputPath(`${name}.log`));
    await info.attach('log', { path: info.outputPath(`${name}.log`) });
  }
  if (page.isClosed()) return;
  const path = info.outputPath(`${name}.png`);
  const picture = await page.screenshot({ path, timeout: 5000 }).catch(() => undefined);
  if (picture) await info.attach('window', { path });
}
