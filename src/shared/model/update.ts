/** Why the last look for a new version, or its download, came to nothing. */
export type UpdateFailure = 'unreachable' | 'rejected';

/** A new version, and what its makers say of it. */
export type Release = { readonly version: string; readonly notes: string };

/** What the app knows of new versions of itself. */
export type UpdateState =
  /** This build was not told where to look, and asks nobody. */
  | { readonly kind: 'none' }
  /** New versions come by other ways than the app's own: the system's packages, or whoever looks after the laptop. */
  | { readonly kind: 'elsewhere' }
  /** An administrator has said that the app is not to look: they bring new versions. */
  | { readonly kind: 'managed' }
  | { readonly kind: 'idle'; readonly checkedAt?: string }
  | { readonly kind: 'checking' }
  | ({ readonly kind: 'available' } & Release)
  | ({ readonly kind: 'downloading'; readonly percent: number } & Release)
  /** It is put in place when the app quits; `isLater`: the person has said that they do not want to be reminded. */
  | ({ readonly kind: 'ready'; readonly isLater: boolean } & Release)
  | { readonly kind: 'failed'; readonly reason: UpdateFailure };
