import type { WritableDb } from '../../src/main/database/handle.ts';

/** What every use of a process that died comes to. */
export class Crash extends Error {}

/** Where a process dies: that many commits from now, just before one or just after it. */
export type CrashPoint = { readonly commits: number; readonly when: 'before' | 'after' };

/** The power of one process of the app: cut, nothing of it does anything any more. */
export class Power {
  isOn = true;
  #point: CrashPoint | undefined;

  /** Lets the process die at a commit to come. */
  arm(point: CrashPoint): void {
    this.#point = point;
  }

  cut(): void {
    this.isOn = false;
  }

  /** Throws when there is no power. */
  check(): void {
    if (!this.isOn) throw new Crash('The process is dead.');
  }

  /** Runs what ends with a commit; `work` calls what it is given as the last thing before the commit. */
  commit<Answer>(work: (beforeCommit: () => void) => Answer): Answer {
    this.check();
    const when = this.#countDown();
    const answer = work(() => {
      if (when === 'before') this.#die();
    });
    if (when === 'after') this.#die();
    return answer;
  }

  #countDown(): CrashPoint['when'] | undefined {
    if (!this.#point) return undefined;
    const { commits, when } = this.#point;
    this.#point = commits > 1 ? { commits: commits - 1, when } : undefined;
    return commits > 1 ? undefined : when;
  }

  #die(): never {
    this.cut();
    throw new Crash('The process dies.');
  }
}

/** Hears of what reaches the disk: before a commit that does not wait for it, and after one that did. */
export type Disk = { readonly beforeRelaxed: () => void; readonly afterFull: () => void };

/** A local copy as a process that may die has it: committed data stays, and nothing is written by the dead. */
export function breakable(db: WritableDb, power: Power, disk: Disk): WritableDb {
  let isInside = false;
  const writing = (write: () => number): number =>
    isInside
      ? write()
      : power.commit((beforeCommit) =>
          // A transaction, so that a crash before the commit undoes the one statement as well.
          full(() => {
            const changed = write();
            beforeCommit();
            return changed;
          }),
        );
  const full = <Answer>(work: () => Answer): Answer => {
    const answer = db.transaction(work);
    disk.afterFull();
    return answer;
  };
  const relaxed = <Answer>(work: () => Answer): Answer => {
    disk.beforeRelaxed();
    return db.transaction(work);
  };
  const commits =
    (how: typeof full) =>
    <Answer>(work: () => Answer): Answer => {
      if (isInside) return db.transaction(work);
      return power.commit((beforeCommit) =>
        how(() => {
          isInside = true;
          try {
            const answer = work();
            beforeCommit();
            return answer;
          } finally {
            isInside = false;
          }
        }),
      );
    };
  return {
    get: (sql, parameters) => {
      power.check();
      return db.get(sql, parameters);
    },
    all: (sql, parameters) => {
      power.check();
      return db.all(sql, parameters);
    },
    run: (sql, parameters) => writing(() => db.run(sql, parameters)),
    insert: (sql, parameters) => writing(() => db.insert(sql, parameters)),
    transaction: commits(full),
    relaxed: commits(relaxed),
  };
}
