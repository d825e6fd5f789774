import { expect, test } from 'vitest';
import { offeredSteps, statusStep } from '#shared/model/account-status.ts';

const stepsOf = (type: string, status: string, base?: string): string[] =>
  offeredSteps({ type, status, externalId: 'EXT-1' }, base === undefined ? undefined : { status: base }).map(
    ({ action, makes }) => `${action} ${makes}`,
  );

test('every type of account has its own steps', () => {
  expect(stepsOf('Client', 'Enabled')).toEqual(['activate Active', 'disable Disabled']);
  expect(stepsOf('Client', 'Active')).toEqual(['deactivate Enabled', 'disable Disabled']);
  expect(stepsOf('Vendor', 'Active')).toEqual(['disable Disabled']);
  expect(stepsOf('Operations', 'Enabled')).toEqual([]);
  expect(stepsOf('Client', 'Suspended')).toEqual([]);
});

test('what was disabled here and not sent goes back to what the service has; nobody else knows what was before', () => {
  expect(stepsOf('Vendor', 'Disabled', 'Active')).toEqual(['enable Active']);
  expect(stepsOf('Client', 'Disabled', 'Enabled')).toEqual(['enable Enabled']);
  expect(stepsOf('Client', 'Disabled', 'Disabled')).toEqual(['enable Enabled']);
});

test('an account needs an external id before it is active', () => {
  const [activate] = offeredSteps({ type: 'Client', status: 'Enabled', externalId: ' ' });
  expect(activate).toMatchObject({ action: 'activate', hindrance: 'needs-external-id' });
});

test('from any status there is a step towards any that a step makes', () => {
  expect(statusStep('Enabled', 'Active').action).toBe('activate');
  expect(statusStep('Active', 'Enabled').action).toBe('deactivate');
  expect(statusStep('Disabled', 'Active').action).toBe('enable');
  expect(statusStep('Suspended', 'Disabled').action).toBe('disable');
});
