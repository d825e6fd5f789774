import type { FieldValue, Values } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { ModeName } from '../../../src/service/mode.ts';
import { ServiceClient } from '../service-client.ts';
import { startServiceProcess, type ServiceProcess } from '../service-process.ts';

/** The sign-in token of a soak: a canary that may stand nowhere but in memory. */
export const SOAK_TOKEN = 'tok_SOAK_CANARY_8c21f0';

/** How a soak's service is started: its mode, its people, its file and its port. */
export type SoakServiceOptions = {
  readonly mode: ModeName;
  readonly records: number;
  readonly file: string;
  readonly port: number;
};

/** The real service in a process of its own, with a file, and a colleague who works on it. */
export class SoakService extends ServiceClient {
  private constructor(
    readonly process: ServiceProcess,
    readonly mode: ModeName,
  ) {
    super(process.address, SOAK_TOKEN);
  }

  static async start({ mode, records, file, port }: SoakServiceOptions): Promise<SoakService> {
    const flags = { mode, records, port, db: file, seed: 7, token: `team:${SOAK_TOKEN}` };
    const args = Object.entries(flags).flatMap(([name, value]) => [`--${name}`, String(value)]);
    return new SoakService(await startServiceProcess(args), mode);
  }

  get port(): number {
    return Number(new URL(this.address).port);
  }

  /** Lets the colleague edit one field as it stands; answers what they saw there, or `undefined` when somebody was faster. */
  async colleagueEdits(
    id: RecordId,
    field: string,
    value: FieldValue,
  ): Promise<{ displaced: FieldValue } | undefined> {
    const seen = await this.get(id);
    const attributes: Values = {
      [field]: value,
      updated_at: new Date().toISOString(),
      updated_in_db_at: String(seen['updated_in_db_at']),
    };
    const { status } = await this.request('PUT', `/${id}`, {
      data: { id, type: 'key_accounts', attributes },
    });
    if (status !== 200 && status !== 409) throw new Error(`The colleague was answered ${String(status)}.`);
    return status === 200 ? { displaced: (seen[field] ?? null) as FieldValue } : undefined;
  }

  stop(): Promise<void> {
    return this.process.stop();
  }
}
