import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { AppState } from '#shared/model/app-state.ts';
import { CopyName, type KnownCopy } from '#shared/model/storage.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import { tokenName } from '../accounts.ts';
import { connectionOf, serviceDesk, type ConnectTools } from '../connect.ts';
import { readOwner, type Owner } from '../database/owner.ts';
import { countCopy } from '../database/peek.ts';
import { hostOf } from '../service-address.ts';

/** What looking for copies works with. */
export type CopyTools = Pick<ConnectTools, 'current' | 'settings' | 'tokens' | 'places'>;

type Found = { readonly name: string; readonly file: string; readonly owner: Owner };

/** The copies that say whose they are, under the name that this owner's copy has. */
function findCopies({ places }: CopyTools): Found[] {
  const { servicesFolder } = places;
  if (!existsSync(servicesFolder)) return [];
  return readdirSync(servicesFolder).flatMap((entry) => {
    const name = basename(entry, '.db');
    const file = join(servicesFolder, entry);
    if (!entry.endsWith('.db') || !CopyName.safeParse(name).success) return [];
    const owner = readOwner(file);
    return owner && places.ofService(owner) === file ? [{ name, file, owner }] : [];
  });
}

/**
 * The copies on this laptop, while the settings know of no connection: settings that were lost must not look as if
 * nothing were here.
 */
export function listKnownCopies(tools: CopyTools): KnownCopy[] {
  if (tools.settings.connection()) return [];
  return findCopies(tools)
    .map(({ name, file, owner }) => ({ name, host: hostOf(owner.address), ...countCopy(file) }))
    .filter(({ records, unsent }) => records + unsent > 0);
}

/** Opens one of the known copies again, as the account that it belongs to. Fails with `not-found`. */
export async function openKnownCopy(tools: CopyTools, name: string): Promise<Result<AppState>> {
  const found = findCopies(tools).find((copy) => copy.name === name);
  if (!found) return fail({ code: 'not-found', id: name });
  const state = await tools.current.change(async () => {
    await tools.tokens.load(tokenName(found.owner));
    tools.settings.saveConnection(connectionOf(found.owner));
    return serviceDesk(tools, found.owner);
  });
  return succeed(state);
}
