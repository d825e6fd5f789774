// Step 5 of docs/sync.md: the time that a write carries.
import type { RawAttributes, Resource } from '#shared/resources/resource.ts';

const SECOND = 1000;

/** Whether the version of a record is named by the time of its edit, which clients set. */
export const isNamedByEditTime = (
  resource: Resource,
  { token, raw }: { readonly token: string; readonly raw: RawAttributes },
): boolean => resource.times(raw).updatedAt === token;

/**
 * The time that an edit goes out with, ISO 8601: when it was made. Where that time becomes the version's name, it is
 * at least a second later than the version that it goes over, whatever this laptop's clock says, so that no two
 * versions of this app share a name.
 */
export function editTimeOver(
  resource: Resource,
  base: { readonly token: string; readonly raw: RawAttributes },
  editedAt: string,
): string {
  const before = Date.parse(resource.times(base.raw).updatedAt ?? '');
  if (!isNamedByEditTime(resource, base) || Number.isNaN(before)) return editedAt;
  const earliest = Math.floor(before / SECOND) * SECOND + SECOND;
  return Date.parse(editedAt) >= earliest ? editedAt : new Date(earliest).toISOString();
}
