import { arch, cpus, homedir, platform, release, totalmem } from 'node:os';
import type { Managed } from '#shared/model/managed.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import { describeConnection, type ConnectTools } from '../connect.ts';
import type { CurrentDesk } from '../current-desk.ts';
import { maskText } from '../log-mask.ts';
import type { Clock } from '../ports.ts';
import { hostOf } from '../service-address.ts';
import type { BackUps } from '../storage/back-ups.ts';
import { factsOfDesk, factsOfStorage, type Fact } from './facts.ts';
import { readLogTail } from './log-tail.ts';

const LOG_LINES = 500;

/** What the diagnostics are gathered from. */
export type DiagnosticsTools = Pick<ConnectTools, 'settings' | 'tokens'> & {
  readonly current: CurrentDesk;
  readonly backUps: BackUps;
  readonly clock: Pick<Clock, 'now'>;
  /** The versions of the app and of what it runs on. */
  readonly versions: Readonly<Record<string, string>>;
  readonly logFolder: string;
  /** Saves a text where a person says; false when they say nowhere. */
  readonly saveText: (file: { readonly name: string; readonly text: string }) => Promise<boolean>;
};

/** The diagnostics for a support person: looked at first, and then saved as they were looked at. */
export type Diagnostics = {
  /** Gathers everything, as the JSON that would be saved. */
  readonly prepare: () => Promise<{ readonly text: string }>;
  /** Saves what was prepared last, to the letter. Fails with `not-found` when nothing was. */
  readonly save: () => Promise<Result<{ readonly saved: boolean }>>;
};

/** Makes the diagnostics; nothing in them names a person or opens a door. */
export function openDiagnostics(tools: DiagnosticsTools): Diagnostics {
  let prepared: string | undefined;
  return {
    prepare: async () => {
      prepared = await gather(tools);
      return { text: prepared };
    },
    save: async () => {
      if (prepared === undefined) return fail({ code: 'not-found', id: 'diagnostics' });
      const saved = await tools.saveText({ name: 'key-accounts-diagnostics.json', text: prepared });
      return succeed({ saved });
    },
  };
}

async function gather(tools: DiagnosticsTools): Promise<string> {
  const { current, settings, clock, versions, logFolder } = tools;
  const state = await current.state();
  const desk = current.desk();
  const facts = {
    madeAt: new Date(clock.now()).toISOString(),
    versions,
    computer: {
      platform: platform(),
      release: release(),
      arch: arch(),
      cpus: cpus().length,
      memory: totalmem(),
    },
    settings: settings.settings(),
    managed: factsOfManaged(settings.managed),
    connection: factsOfConnection(tools),
    storage: factsOfStorage(state, { choice: current.choice(), backUps: tools.backUps }),
    copy: desk && factsOfDesk(desk),
    log: await readLogTail(logFolder, LOG_LINES),
  };
  return `${JSON.stringify(masked(facts, homedir()), undefined, 2)}\n`;
}

function factsOfConnection({ settings, tokens }: DiagnosticsTools): Fact {
  const { address, tokenStorage, hasKeyring, tokenSavedAt } = describeConnection({ settings, tokens });
  const kind = settings.connection()?.kind;
  return { kind, host: address === '' ? undefined : hostOf(address), tokenStorage, hasKeyring, tokenSavedAt };
}

/** What an administrator has set, and where; of the service its host, as of the connection. */
const factsOfManaged = ({ file, settings, problem }: Managed): Fact => ({
  file,
  settings: {
    ...settings,
    serviceAddress: settings.serviceAddress === undefined ? undefined : hostOf(settings.serviceAddress),
  },
  problem: problem && { ...problem },
});

/** Masks every text of a value, whatever it is in. */
function masked(value: Fact, home: string): Fact {
  if (typeof value === 'string') return maskText(value, home);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one: Fact) => masked(one, home));
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, masked(one, home)]));
}
