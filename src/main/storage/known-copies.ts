import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { AppState } from '#shared/model/app-state.ts';
import { CopyName, type KnownCopy } from '#shared/model/storage.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import { tokenName } from '../accounts.ts';
import { accountNow, connectionOf, labelOf, serviceDesk, type ConnectTools } from '../connect.ts';
import { readOwner, type Owner } from '../database/owner.ts';
import { countCopy, isCopyEmpty, type CopyCounts } from '../database/peek.ts';

/** What looking for copies works with. */
export type CopyTools = Pick<ConnectTools, 'current' | 'settings' | 'tokens' | 'places'>;

type Found = { readonly name: string; readonly file: string; readonly owner: Owner };

/** The copies, other than the open one, that say whose they are or are known by the settings, under their owner's name. */
function findCopies({ places, settings, current }: CopyTools): Found[] {
  const { servicesFolder } = places;
  const connection = settings.connection();
  const last = connection?.kind === 'service' ? accountNow({ settings }, connection.address) : undefined;
  const open = current.choice()?.file;
  if (!existsSync(servicesFolder)) return [];
  return readdirSync(servicesFolder).flatMap((entry) => {
    const name = basename(entry, '.db');
    const file = join(servicesFolder, entry);
    if (file === open || !entry.endsWith('.db') || !CopyName.safeParse(name).success) return [];
    const owner = readOwner(file) ?? (last && places.ofService(last) === file ? last : undefined);
    return owner && places.ofService(owner) === file ? [{ name, file, owner }] : [];
  });
}

/**
 * The copies on this laptop that are not open: neither settings that were lost nor another service hide what is here.
 * Where an administrator has set a service, those of others are among them only with work that was not sent: it is for the
 * service that it was made on.
 */
export const listKnownCopies = (tools: CopyTools): KnownCopy[] =>
  findCopies(tools).flatMap((found) => {
    const { records, ...counts } = countCopy(found.file);
    return isOffered(tools.settings, found, { records, ...counts })
      ? [{ name: found.name, label: labelOf(found.owner), ...counts }]
      : [];
  });

function isOffered(
  { managed }: CopyTools['settings'],
  { file, owner }: Found,
  { records, unsent }: CopyCounts,
): boolean {
  const { serviceAddress } = managed.settings;
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
  if (!isOffered(tools.settings, found, countCopy(found.file))) return fail({ code: 'managed' });
  const state = await tools.current.change(async () => {
    await tools.tokens.load(tokenName(found.owner));
    tools.settings.saveConnection(connectionOf(found.owner));
    return serviceDesk(tools, found.owner);
  });
  return succeed(state);
}
