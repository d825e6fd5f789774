import { z } from 'zod';
import type { RecordId } from '#shared/model/ids.ts';
import type { AccountFacts, AuditEvent } from '#shared/model/marketplace.ts';
import { marketplaceAccounts } from '#shared/resources/marketplace-accounts.ts';
import type { ReadableDb } from '../database/handle.ts';
import { readRecord } from '../database/records.ts';

const KINDS = ['created', 'updated', 'disabled', 'enabled', 'activated'] as const;

const Group = z.looseObject({
  id: z.string(),
  name: z.string(),
  description: z.string().nullish(),
  isDefault: z.boolean().nullish(),
});

const Happening = z.looseObject({ at: z.string(), by: z.looseObject({ name: z.string() }).nullish() });

const Told = z.looseObject({
  groups: z.array(z.unknown()).catch([]),
  audit: z.record(z.string(), z.unknown()).catch({}),
});

/** Reads what the service told of an account beside its fields; a part that cannot be read is left out. */
export function readAccountFacts(db: ReadableDb, id: RecordId): AccountFacts | undefined {
  const record = readRecord(db, marketplaceAccounts, id);
  if (!record) return undefined;
  const { groups, audit } = Told.parse(record.base?.raw ?? {});
  return {
    id,
    groups: groups.flatMap((group) => {
      const { data } = Group.safeParse(group);
      if (!data) return [];
      const { name, description, isDefault } = data;
      return { id: data.id, name, description: description ?? undefined, isDefault: isDefault === true };
    }),
    audit: KINDS.flatMap((kind): AuditEvent[] => {
      const { data } = Happening.safeParse(audit[kind]);
      return data ? [{ kind, at: data.at, by: data.by?.name }] : [];
    }).sort((one, other) => (one.at < other.at ? 1 : -1)),
  };
}
