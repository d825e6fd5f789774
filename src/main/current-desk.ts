import type { AppState, Connection, StorageProblem } from '#shared/model/app-state.ts';
import type { Result } from '#shared/result.ts';
import type { Desk } from './desk.ts';

/** Which local copy to open, and with whose token. */
export type DeskChoice = {
  readonly connection: Connection;
  readonly file: string;
  readonly token: () => string | undefined;
};

/** The one desk that is open, and the screen that follows from it. Switches never overlap. */
export type CurrentDesk = {
  /** The open desk, or `undefined` at a first run, at a storage problem and after `close`. */
  readonly desk: () => Desk | undefined;
  /** The state of the app, once a switch that is under way is done. */
  readonly state: () => Promise<AppState>;
  /** Runs `work` while no desk is open and no switch can begin, then goes where its answer says. */
  readonly change: (work: () => Promise<DeskChoice | undefined>) => Promise<AppState>;
  /** Closes the desk; nothing opens after it. */
  readonly close: () => Promise<void>;
};

/** What the current desk needs: how a desk is opened, and who is told about the new state. */
export type CurrentDeskOptions = {
  readonly open: (choice: DeskChoice) => Result<Desk, StorageProblem>;
  readonly onState: (state: AppState) => void;
};

/** Makes the holder of the open desk; it begins with none, as at a first run. */
export function createCurrentDesk({ open, onState }: CurrentDeskOptions): CurrentDesk {
  let desk: Desk | undefined;
  let state: AppState = { screen: 'first-run' };
  let closed = false;
  let turn: Promise<unknown> = Promise.resolve();

  const inTurn = <Value>(work: () => Promise<Value> | Value): Promise<Value> => {
    const result = turn.then(work);
    // The next one waits for this one, however it ends.
    turn = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  };
  const leave = async (): Promise<void> => {
    const leaving = desk;
    desk = undefined;
    await leaving?.close();
  };
  const enter = (choice: DeskChoice | undefined): AppState => {
    if (!choice || closed) return { screen: 'first-run' };
    const opened = open(choice);
    if (!opened.ok) return { screen: 'storage-problem', problem: opened.failure };
    desk = opened.value;
    return { screen: 'desk', connection: choice.connection };
  };

  return {
    desk: () => desk,
    state: () => inTurn(() => state),
    change: (work) =>
      inTurn(async () => {
        await leave();
        state = { screen: 'first-run' };
        state = enter(await work());
        onState(state);
        return state;
      }),
    close: () => {
      closed = true;
      return inTurn(leave);
    },
  };
}
