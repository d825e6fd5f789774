/** Time within which a second write could share a token: the tick of the coarsest clock a service writes tokens with, ms. */
const TICK = 1000;

type Seen = {
  readonly seenAt: number | undefined;
  readonly serverDate: number | undefined;
  readonly margin: number;
};

/**
 * Whether no second write can hide behind a token: it was read when the service's clock had left the tick of the
 * token, or when it was still the same a full tick after it was first seen (for tokens that are no time, or lie in
 * the future). `margin` is how far apart two tokens may be that the service takes for equal. All times are the
 * service's own, ms since 1970.
 */
export function isSealed(token: string, { seenAt, serverDate, margin }: Seen): boolean {
  if (serverDate === undefined) return false;
  const written = Date.parse(token);
  // Important! `Date` is stamped after the rows were read, perhaps in the tick that followed.
  if (!Number.isNaN(written) && serverDate >= Math.floor(written / TICK) * TICK + 2 * TICK + margin)
    return true;
  // It is also cut to whole seconds on both ends.
  return seenAt !== undefined && serverDate >= seenAt + 3 * TICK + margin;
}
