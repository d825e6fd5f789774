import { runScript } from './run-script.ts';
import type { Action, Script } from './script.ts';

const MOST_TRIES = 500;

/** Tells a story again and says whether the same rule is broken. */
export type StillFails = (script: Script) => Promise<boolean>;

/** Whether a story breaks a rule. */
export const breaks =
  (rule: string): StillFails =>
  async (script) =>
    (await runScript(script)).violation?.rule === rule;

/** Makes a story that fails as short as it gets by leaving actions out, then as plain as it gets. */
export async function shrink(script: Script, stillFails: StillFails): Promise<Script> {
  let tries = 0;
  const fails = (candidate: Script): Promise<boolean> | boolean => {
    tries += 1;
    return tries <= MOST_TRIES && stillFails(candidate);
  };
  const short = await leaveOut(script, fails);
  const plain = await simplify(short, fails);
  return leaveOut(plain, fails);
}

type Fails = (script: Script) => Promise<boolean> | boolean;

/** Leaves out runs of actions, half of them at first, one at last. */
async function leaveOut(script: Script, fails: Fails): Promise<Script> {
  let kept = script;
  for (
    let size = Math.ceil(script.actions.length / 2);
    size >= 1;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let at = 0; at < kept.actions.length;) {
      const candidate = { ...kept, actions: kept.actions.toSpliced(at, size) };
      if (await fails(candidate)) kept = candidate;
      else at += size;
    }
  }
  return kept;
}

/** Puts the plain in place of the particular, one action after the other. */
async function simplify(script: Script, fails: Fails): Promise<Script> {
  let kept = script;
  for (const [index, action] of script.actions.entries()) {
    for (const plain of plainerThan(action)) {
      const candidate = { ...kept, actions: kept.actions.with(index, plain) };
      if (await fails(candidate)) {
        kept = candidate;
        break;
      }
    }
  }
  return kept;
}

function plainerThan(action: Action): readonly Action[] {
  switch (action.do) {
    case 'wire':
      return action.fate === 'deliver' ? [] : [{ ...action, fate: 'deliver' }];
    case 'edit':
      return action.how === 'new' && !action.isBehind ? [] : [{ ...action, how: 'new', isBehind: false }];
    case 'colleague-edit':
      return action.times === 1 && !action.isBack ? [] : [{ ...action, times: 1, isBack: false }];
    default:
      return [];
  }
}
