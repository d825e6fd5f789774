import type { Resource } from '#shared/resources/resource.ts';
import type { Clock } from '../ports.ts';
import { Holds } from './holds.ts';
import type { Remote } from './remote.ts';
import { watchedRemote, type RemoteWatch } from './watched-remote.ts';

/** A resource with the service that has it. */
export type ServedResource = { readonly resource: Resource; readonly remote: Remote };

/** The same with the records of it that wait. */
export type KeptResource = ServedResource & { readonly holds: Holds };

/** One of something at least. */
export type OneOrMore<Item> = readonly [Item, ...Item[]];

/** Gives every resource what a loop keeps of it: a watch over its requests, and the records that wait. */
export function keepAll(
  [first, ...others]: OneOrMore<ServedResource>,
  clock: Clock,
  onSlow: RemoteWatch['onSlow'],
): OneOrMore<KeptResource> {
  const keep = ({ resource, remote }: ServedResource): KeptResource => ({
    resource,
    remote: watchedRemote(remote, { clock, onSlow }),
    holds: new Holds(clock),
  });
  return [keep(first), ...others.map(keep)];
}
