import { z } from 'zod';

/** Where new versions are told, and the key by which they are known to be ours: raw Ed25519, in base64. */
export const Feed = z.strictObject({ url: z.url(), publicKey: z.base64().length(44) });
export type Feed = z.infer<typeof Feed>;

const Manifest = z.object({ updates: Feed });

const valueOf = (argv: readonly string[], option: string): string | undefined =>
  argv.find((argument) => argument.startsWith(`--${option}=`))?.slice(option.length + 3);

/** What says where to look: the packaged app's own package.json, and nothing else; the command line in a build for developers. */
export type FeedSource = {
  readonly isPackaged: boolean;
  readonly manifest: unknown;
  readonly argv: readonly string[];
};

/** Finds where this build looks for new versions; `undefined` where it looks nowhere, as it does unless it is told. */
export function readFeed({ isPackaged, manifest, argv }: FeedSource): Feed | undefined {
  if (isPackaged) {
    const { data } = Manifest.safeParse(manifest);
    return data && new URL(data.updates.url).protocol === 'https:' ? data.updates : undefined;
  }
  const { data } = Feed.safeParse({
    url: valueOf(argv, 'update-feed'),
    publicKey: valueOf(argv, 'update-key'),
  });
  return data && new URL(data.url).hostname === '127.0.0.1' ? data : undefined;
}
