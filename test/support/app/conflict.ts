import { expect } from '@playwright/test';
import type { Values } from '#shared/model/field.ts';
import type { Laptop } from './test.ts';
import type { ServiceRecord, TestService } from './test-service.ts';

const labels: Readonly<Record<string, string>> = {
  first_name: 'First name',
  last_name: 'Last name',
  email: 'E-mail',
};

/** The name of a field on the screen. */
export const labelOf = (field: string): string => labels[field] ?? field;

/** One person whose record is edited here and by a colleague. */
export type Meeting = {
  readonly service: TestService;
  readonly person: ServiceRecord;
  /** What is typed here, by the names of the fields. */
  readonly mine: Readonly<Record<string, string>>;
  /** What the colleague writes, by the names of the fields. */
  readonly theirs: Values;
};

/** Lets both sides edit one record while this laptop works offline, then brings them together. */
export async function meetOffline(
  { screens }: Pick<Laptop, 'screens'>,
  { service, person, mine, theirs }: Meeting,
): Promise<void> {
  await screens.chooseSync('Work offline');
  const typed = Object.entries(mine).map(([field, text]) => [labelOf(field), text]);
  await screens.edit(String(person.attributes['email']), Object.fromEntries(typed) as Record<string, string>);
  await service.edit(person.id, theirs);
  await screens.chooseSync('Go online');
}

/** The same, where it ends in a decision. */
export async function meetInConflict(laptop: Pick<Laptop, 'screens'>, meeting: Meeting): Promise<void> {
  await meetOffline(laptop, meeting);
  await expect(laptop.screens.status).toContainText('1 needs your decision');
}
