import type { AppState, Connection, StorageProblem } from '#shared/model/app-state.ts';
import type { Result } from '#shared/result.ts';
import type { Owner } from './database/owner.ts';
import type { Desk } from './desk.ts';
import { oneAtATime } from './one-at-a-time.ts';

/** Which local copy to open, with whose token, and what to let go of when it is closed again. */
export type DeskChoice = {
  readonly connection: Connection;
  /** Whose work the copy may hold. */
  readonly owner: Owner;
  readonly file: string;
  readonly token: () => string | undefined;
  readonly release?: () => Promise<void>;
};

/** The one desk that is open, and the screen that follows from it. Switches never overlap. */
export type CurrentDesk = {
  /** The open desk, or `undefined` at a first run, at a storage problem and after `close`. */
  readonly desk: () => Desk | undefined;
  /** The copy that is open, or that could not be opened. */
  readonly choice: () => DeskChoice | undefined;
  /** The state of the app, once a switch that is under way is done. */
  readonly state: () => Promise<AppState>;
  /** Closes the open desk, runs `work` while no switch can begin, then goes where its answer says. */
  readonly change: (work: () => Promise<DeskChoice | undefined>) => Promise<AppState>;
  /** Closes the open desk; nothing opens after it. */
  readonly close: () => Promise<void>;
};

/** What the current desk needs: how a desk is opened, why none can be in this runtime, and who is told. */
export type CurrentDeskOptions = {
  readonly open: (choice: DeskChoice) => Promise<Result<Desk, StorageProblem>>;
  readonly runtimeProblem: StorageProblem | undefined;
  readonly onState: (state: AppState) => void;
};

const firstRun: AppState = { screen: 'first-run' };

/** Makes the holder of the open desk; it begins with none, as at a first run. */
export function createCurrentDesk({ open, runtimeProblem, onState }: CurrentDeskOptions): CurrentDesk {
  let desk: Desk | undefined;
  let release: DeskChoice['release'];
  let chosen: DeskChoice | undefined;
  let state = firstRun;
  let isClosed = false;
  const inTurn = oneAtATime();

  const leave = async (): Promise<void> => {
    const leaving = { desk, release };
    desk = undefined;
    release = undefined;
    chosen = undefined;
    state = firstRun;
    await leaving.desk?.close();
    await leaving.release?.();
  };
  const enter = async (work: () => Promise<DeskChoice | undefined>): Promise<AppState> => {
    if (runtimeProblem) return { screen: 'storage-problem', problem: runtimeProblem };
    const choice = await work();
    if (!choice) return firstRun;
    release = choice.release;
    chosen = choice;
    const opened = await open(choice);
    if (!opened.ok) return { screen: 'storage-problem', problem: opened.failure };
    desk = opened.value;
    return { screen: 'desk', connection: choice.connection };
  };
  const change = async (work: () => Promise<DeskChoice | undefined>): Promise<AppState> => {
    await leave();
    if (isClosed) return state;
    try {
      state = await enter(work);
    } finally {
      onState(state);
    }
    return state;
  };

  return {
    desk: () => desk,
    choice: () => chosen,
    state: () => inTurn(() => state),
    change: (work) => inTurn(() => change(work)),
    close: () => {
      isClosed = true;
      return inTurn(leave);
    },
  };
}
