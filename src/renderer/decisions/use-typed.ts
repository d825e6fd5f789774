import { useRef, useState } from 'react';
import type { Decision } from '#shared/model/decision.ts';
import type { FieldValue } from '#shared/model/field.ts';
import { isEmpty } from '../ui/field-text.ts';

/** What is typed for a field, as the value that it means. */
export type Typed = { readonly field: string; readonly value: FieldValue };

type Given = Promise<Decision | undefined>;

/** What stands typed in a decision and is no answer yet. */
export type TypedText = {
  readonly shown: Typed | undefined;
  /** Says what stands typed; nothing where it stands as it began. */
  readonly put: (typed: Typed | undefined) => void;
  /** The field that is typed for at this moment, which the screen may not show yet. */
  readonly field: () => string | undefined;
  /** Waits for the answer that is being given, where one is; false where it could not be kept. */
  readonly settle: () => Promise<boolean>;
  /** Makes what is typed its field's answer; false where that, or an answer being given, could not be kept. */
  readonly keep: () => Promise<boolean>;
  /** Does the same when the field goes from the screen; a text that was only emptied answers nothing. */
  readonly leave: () => void;
  /** Gives an answer in the place of what is typed, which stands again where the answer was not kept. */
  readonly replace: (give: () => Given) => Given;
};

/** Holds what is typed in a decision until `give` has made it an answer, or `retry` has where it failed. */
export function useTyped(give: (typed: Typed, retry: () => void) => Given): TypedText {
  const [shown, setShown] = useState<Typed>();
  // What leaves the screen is kept too, and a screen that goes has no state any more.
  const latest = useRef<Typed>(undefined);
  const giving = useRef<Given>(undefined);
  const put = (typed: Typed | undefined): void => {
    latest.current = typed;
    setShown(typed);
  };
  const replace = async (giveIt: () => Given): Given => {
    const typed = latest.current;
    put(undefined);
    const given = giveIt();
    giving.current = given;
    const decision = await given;
    if (giving.current === given) giving.current = undefined;
    if (!decision) put(latest.current ?? typed);
    return decision;
  };
  const settle = async (): Promise<boolean> => !giving.current || (await giving.current) !== undefined;
  const keep = async (): Promise<boolean> => {
    const typed = latest.current;
    if (!typed) return settle();
    return (await replace(() => give(typed, () => void keep()))) !== undefined;
  };
  return {
    shown,
    put,
    field: () => latest.current?.field,
    settle,
    keep,
    leave: () => {
      if (isEmpty(latest.current?.value)) put(undefined);
      else void keep();
    },
    replace,
  };
}
