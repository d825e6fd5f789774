import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { OperationId } from '#shared/model/ids.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { renameRecord } from '../../../src/main/database/aliases.ts';
import { keyAccountsHandlers } from '../../../src/main/ipc/key-accounts-handlers.ts';
import { oneAtATime } from '../../../src/main/one-at-a-time.ts';
import { newRecordId } from '../../support/device.ts';
import { quietDesk } from '../../support/running-desk.ts';

test('a creation that is told again after its record got the id of the service is answered with that record', async () => {
  const { desk } = await quietDesk();
  const { create } = keyAccountsHandlers(() => desk, { lane: oneAtATime(), onProgress: () => undefined });
  const made = {
    operation: OperationId.parse(randomUUID()),
    id: newRecordId(),
    values: { first_name: 'Ana' },
  };
  const given = newRecordId();
  expect(await create.run(made)).toMatchObject({ ok: true, value: { id: made.id } });
  desk.db.transaction(() => {
    renameRecord(desk.db, keyAccounts, { from: made.id, to: given });
  });
  expect(await create.run(made)).toMatchObject({ ok: true, value: { id: given } });
});
