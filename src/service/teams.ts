import { createHash } from 'node:crypto';

/** One sign-in token and the team whose records it opens. */
export type SignIn = { readonly token: string; readonly team: string };

const DEFAULT_TEAM = 'home';

// The characters of a bearer token (RFC 6750); the colon is not among them, so it can part the team from the token.
const SIGN_IN = /^(?:(?<team>[a-z0-9-]{1,32}):)?(?<token>[A-Za-z0-9\-._~+/]+=*)$/;

/** Reads `token` or `team:token`; tokens without a team share one. `undefined` when it is neither. */
export function readSignIn(text: string): SignIn | undefined {
  const groups = SIGN_IN.exec(text)?.groups;
  const token = groups?.['token'];
  return token === undefined ? undefined : { token, team: groups?.['team'] ?? DEFAULT_TEAM };
}

// Looking up digests takes the same time whatever the guess has in common with a token.
const digest = (token: string): string => createHash('sha256').update(token).digest('base64');

/** Answers whose team an `Authorization` header speaks for; `undefined` when it is missing or names no known token. */
export function recogniseTeams(
  signIns: readonly SignIn[],
): (authorization: string | undefined) => string | undefined {
  const teams = new Map(signIns.map(({ token, team }) => [digest(token), team]));
  return (authorization) => {
    const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
    return token === undefined ? undefined : teams.get(digest(token));
  };
}
