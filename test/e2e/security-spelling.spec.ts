import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { AccountScreens } from '../support/app/account-screens.ts';
import { test } from '../support/app/test.ts';
import { TOKEN } from '../support/app/test-service.ts';

/** A proxy that lets nothing through and keeps what it was asked for; this very computer is reached without it. */
async function refusingProxy(): Promise<{
  readonly server: Server;
  readonly asked: string[];
  readonly at: string;
}> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(403).end();
  });
  server.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    // Who is refused may hang up at once.
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, asked, at: `127.0.0.1:${String((server.address() as AddressInfo).port)}` };
}

test('S20: no dictionary is ever asked for, whatever is typed; a proxy would have seen it', async ({
  launch,
  serve,
  afterwards,
}) => {
  const service = await serve({ accounts: 1 });
  const proxy = await refusingProxy();
  afterwards(() => {
    proxy.server.closeAllConnections();
    proxy.server.close();
  });
  const app = await launch({ args: [`--proxy-server=${proxy.at}`] });
  await app.screens.connect({ address: service.address, token: TOKEN });
  const [person] = await service.people(1);
  await app.screens.edit(String(person?.attributes['email']), { 'Last name': 'Mispeled' });
  const accounts = new AccountScreens(app.screens);
  await accounts.screens.goTo('Marketplace');
  await accounts.rows.first().click();
  await app.screens.editField('Description', 'A desription with mistaks.');
  expect(proxy.asked).toEqual([]);

  // The proof that it would have been seen: what Chromium does when it is let.
  await app.electronApp.evaluate(({ session }) => {
    session.defaultSession.setSpellCheckerDictionaryDownloadURL('https://dictionaries.example/');
    session.defaultSession.setSpellCheckerEnabled(true);
    session.defaultSession.setSpellCheckerLanguages(['de']);
  });
  await expect.poll(() => proxy.asked).toContain('dictionaries.example:443');
});
