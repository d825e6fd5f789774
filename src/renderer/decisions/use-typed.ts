import { useRef, useState, type RefObject } from 'react';
import type { Decision } from '#shared/model/decision.ts';
import type { Draft } from '#shared/model/draft.ts';
import type { FieldValue } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { useDrafts, useFieldsKeeper } from '../api/drafts.ts';
import { isEmpty } from '../ui/field-text.ts';

/** What is typed for a field, as the value that it means, over the value that the record has. */
export type Typed = { readonly field: string; readonly value: FieldValue; readonly seen: FieldValue };

type Given = Promise<Decision | undefined>;

/** What stands typed in a decision and is no answer yet. */
export type TypedText = {
  readonly shown: Typed | undefined;
  /** What was typed for a field before, as an app that was killed leaves it: it is offered, never put in. */
  readonly keptOf: (field: string) => Draft | undefined;
  /** Forgets what was typed for a field. */
  readonly discard: (field: string) => void;
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

/** Holds what is typed in the decision on a record until `give` has made it an answer, or `retry` has where it failed. */
export function useTyped(id: RecordId, give: (typed: Typed, retry: () => void) => Given): TypedText {
  const keeper = useFieldsKeeper(id);
  const drafts = useDrafts(id).data;
  const { shown, latest, show } = useShown();
  const giving = useRef<Given>(undefined);
  const discard = (field: string): void => {
    if (latest.current?.field === field) show(undefined);
    keeper.drop(field);
  };
  const put = (typed: Typed | undefined): void => {
    if (typed) {
      show(typed);
      keeper.keep(typed.field, typed.value, typed.seen);
    } else if (latest.current) discard(latest.current.field);
  };
  const replace = async (giveIt: () => Given): Given => {
    const typed = latest.current;
    // It is kept before the answer is, which forgets it: should the answer fail, nothing is gone.
    keeper.keepNow();
    show(undefined);
    const given = giveIt();
    giving.current = given;
    const decision = await given;
    if (giving.current === given) giving.current = undefined;
    if (!decision) show(latest.current ?? typed);
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
    keptOf: (field) => drafts?.find((draft) => draft.field === field),
    discard,
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

type Shown = {
  readonly shown: Typed | undefined;
  // What leaves the screen is kept too, and a screen that goes has no state any more.
  readonly latest: RefObject<Typed | undefined>;
  readonly show: (typed: Typed | undefined) => void;
};

function useShown(): Shown {
  const [shown, setShown] = useState<Typed>();
  const latest = useRef<Typed>(undefined);
  const show = (typed: Typed | undefined): void => {
    latest.current = typed;
    setShown(typed);
  };
  return { shown, latest, show };
}
