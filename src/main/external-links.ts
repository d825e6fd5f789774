import { shell } from 'electron/common';
import { fail, succeed, type Result } from '#shared/result.ts';
import { safeLink } from './safe-link.ts';

/** Opens a link in the system's own program when the allow-list lets it through, and refuses it otherwise. */
export async function openExternalLink(url: string): Promise<Result<undefined>> {
  const link = safeLink(url);
  if (link === undefined) return fail({ code: 'link-refused', url });
  await shell.openExternal(link);
  return succeed(undefined);
}
