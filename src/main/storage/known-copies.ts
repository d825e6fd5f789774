import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { AppState } from '#shared/model/app-state.ts';
import { CopyName, type KnownCopy } from '#shared/model/storage.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import { tokenName } from '../accounts.ts';
import { accountNow, connectionOf, isElsewhere, serviceDesk, type ConnectTools } from '../connect.ts';
import { readOwner, type Owner } from '../database/owner.ts';
import { countCopy, isCopyEmpty } from '../database/peek.ts';
import { hostOf } from '../service-address.ts';

/** What looking for copies works with. */
export type CopyTools = Pick<ConnectTools, 'current' | 'settings' | 'tokens' | 'places'>;

type Found = { readonly name: string; readonly file: string; readonly owner: Owner };

/** The copies that say whose they are, or are known by the settings, under the name that this owner's copy has. */
function findCopies({ places, settings }: CopyTools): Found[] {
  const { servicesFolder } = places;
  const connection = settings.connection();
  const last = connection?.kind === 'service' ? accountNow({ settings }, connection.address) : undefined;
  if (!existsSync(servicesFolder)) return [];
  return readdirSync(servicesFolder).flatMap((entry) => {
    const name = basename(entry, '.db');
    const file = join(servicesFolder, entry);
    if (!entry.endsWith('.db') || !CopyName.safeParse(name).success) return [];
    const owner = readOwner(file) ?? (last && places.ofService(last) === file ? last : undefined);
    return owner && places.ofService(owner) === file ? [{ name, file, owner }] : [];
  });
}

/**
 * The copies on this laptop, while the settings know of no connection: settings that were lost must not look as if
 * nothing were here. Where an administrator has set another service than the last one, those with work that was not sent
 * are among them: it is for the service that it was made on.
 */
export function listKnownCopies(tools: CopyTools): KnownCopy[] {
  const { settings } = tools;
  if (settings.connection() && !isElsewhere(settings)) return [];
  return findCopies(tools).flatMap(({ name, file, owner }) => {
    return isOffered(settings, { file, owner })
      ? [{ name, host: hostOf(owner.address), ...countCopy(file) }]
      : [];
  });
}

function isOffered(
  { managed }: CopyTools['settings'],
  { file, owner }: Pick<Found, 'file' | 'owner'>,
): boolean {
  const { serviceAddress } = managed.settings;
  const { records, unsent } = countCopy(file);
  if (unsent > 0) return true;
  // What cannot be read may hold something; opening it tells what is the matter, with the ways on.
  if (records === 0) return !isCopyEmpty(file);
  return serviceAddress === undefined || owner.address === serviceAddress;
}

/**
 * Opens one of the known copies again, as the account that it belongs to. Fails with `not-found`, and with `managed` where
 * an administrator has set another service and everything of this copy was sent.
 */
export async function openKnownCopy(tools: CopyTools, name: string): Promise<Result<AppState>> {
  const found = findCopies(tools).find((copy) => copy.name === name);
  if (!found) return fail({ code: 'not-found', id: name });
  if (!isOffered(tools.settings, found)) return fail({ code: 'managed' });
  const state = await tools.current.change(async () => {
    await tools.tokens.load(tokenName(found.owner));
    tools.settings.saveConnection(connectionOf(found.owner));
    return serviceDesk(tools, found.owner);
  });
  return succeed(state);
}
