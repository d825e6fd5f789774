import { appendFileSync, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { SCHEMA_VERSION } from '../../src/main/database/migrate.ts';
import { saveAs } from '../support/app/save-as.ts';
import { chooseFromMenu } from '../support/app/menu.ts';
import { test, type Laptop } from '../support/app/test.ts';
import { TOKEN } from '../support/app/test-service.ts';

/** What a laptop may hold and its diagnostics may not, each planted somewhere below. */
const canaries = {
  name: 'Kanarienvogel',
  email: 'canary.bird@cage.example',
  guid: '7a5e11de-0000-4abc-8def-c0ffee123456',
  taken: 'sso-guid-canary-that-is-taken',
  search: 'Canary-Searched-For',
  password: 'canary-password',
};

/** Opens the preview by the command of the native menu. */
const openPreview = (laptop: Laptop): Promise<void> => chooseFromMenu(laptop, 'save-diagnostics');

test('the diagnostics are shown before they are saved, and name nobody', async ({ launch, serve }) => {
  const service = await serve();
  await service.create({ first_name: 'Has', last_name: canaries.name, remote_id: canaries.taken });
  const laptop = await launch();
  const { screens, page, profileDir } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  await screens.makeRecord({
    'First name': canaries.name,
    'Last name': canaries.name,
    'E-mail': canaries.email,
    'SSO GUID': canaries.taken,
  });
  await screens.makeRecord({ 'First name': 'Also', 'Last name': canaries.name, 'SSO GUID': canaries.guid });
  await screens.chooseSync('Sync now');
  // The service's sentence quotes the value that it refused.
  await expect(screens.status).toContainText('1 needs attention');
  await screens.search.fill(canaries.search);
  const log = join(profileDir, 'logs', 'main.log');
  appendFileSync(
    log,
    [
      `2026-01-01T00:00:00.000Z error planted {"detail":"GET https://me:${canaries.password}@service.example/a failed"}`,
      `2026-01-01T00:00:01.000Z error planted {"authorization":"Bearer ${TOKEN}","of":"${canaries.email}"}`,
      `2026-01-01T00:00:02.000Z error planted {"id":"${canaries.guid}","url":"https://x.example/a?filter=${canaries.name}"}`,
      '',
    ].join('\n'),
  );

  await openPreview(laptop);
  const preview = screens.dialog.getByRole('region', { name: 'What is saved' });
  await expect(preview).toContainText('"madeAt"');
  const file = join(profileDir, 'diagnostics.json');
  await saveAs(laptop, undefined);
  await screens.dialog.getByRole('button', { name: 'Save…' }).click();
  await expect(screens.dialog).toBeVisible();
  expect(existsSync(file)).toBe(false);
  const shown = await preview.textContent();
  await saveAs(laptop, file);
  await screens.dialog.getByRole('button', { name: 'Save…' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const saved = readFileSync(file, 'utf8');
  expect(saved).toBe(shown);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  for (const text of [TOKEN, ...Object.values(canaries)]) expect(saved).not.toContain(text);
  expect(JSON.parse(saved)).toMatchObject({
    versions: { app: '0.1.0' },
    settings: { density: 'standard', intervalMinutes: 5 },
    connection: { kind: 'service', host: new URL(service.address).host, tokenStorage: 'memory' },
    storage: { screen: 'desk', schema: SCHEMA_VERSION },
    copy: {
      counts: { total: 15, records: 15, attention: 1 },
      service: {},
      sync: { connection: 'connected' },
    },
  });
  const { copy, log: lines } = JSON.parse(saved) as { copy: { rounds: object[] }; log: string[] };
  expect(copy.rounds.length).toBeGreaterThan(0);
  expect(lines.filter((line) => line.includes('planted'))).toHaveLength(3);
  expect(lines.length).toBeLessThanOrEqual(500);
});

test('the diagnostics can be saved before anything is connected', async ({ launch }) => {
  const laptop = await launch();
  await openPreview(laptop);
  const preview = laptop.screens.dialog.getByRole('region', { name: 'What is saved' });
  await expect(preview).toContainText('"screen": "first-run"');
  await laptop.screens.dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(laptop.screens.dialog).toHaveCount(0);
});
