import { Button } from '@mantine/core';
import { IconAlertTriangleFilled } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { changedFields, valueOf } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { PossibleDuplicate, RecordDetail } from '#shared/model/record.ts';
import { keyAccountFields } from '#shared/resources/key-accounts.ts';
import { newAct } from '../api/act-trail.ts';
import { useRecordActs } from '../api/key-accounts.ts';
import { actText, useTurnActs } from '../api/turn-acts.ts';
import { Broken } from '../ui/compared-value.tsx';
import { fieldLabel, nameText, valueText } from '../ui/field-text.ts';
import { useToasts } from '../ui/toast-context.ts';
import { words as common } from '../ui/words.ts';
import { duplicateMeaning, duplicateSentence, words } from './duplicate-words.ts';
import css from '../ui/record/judgement.module.css';
import type { Shows } from '../ui/record/use-judge-missing.ts';

type Judge = (other: RecordId | undefined) => void;

/** A record that may be on the server already, or twice: the ones it may be, where they differ, and the answers. */
export function DuplicateCard(props: { readonly detail: RecordDetail; readonly shows: Shows }): ReactElement {
  const { detail, shows } = props;
  const { isNew, possibleDuplicates: others } = detail;
  const { judge, isBusy } = useJudge(detail, shows);
  return (
    <section className={css.card} aria-label={words.card}>
      <p className={css.said}>
        <IconAlertTriangleFilled size={14} aria-hidden />
        {duplicateSentence(isNew, others.length)}
      </p>
      <p className={css.meaning}>{duplicateMeaning(isNew, detail.sentWithoutAnswerAt)}</p>
      <ul className={css.others}>
        {others.map((other) => (
          <Other
            key={other.id}
            detail={detail}
            other={other}
            isBusy={isBusy}
            onJudge={judge}
            onShow={shows.show}
          />
        ))}
      </ul>
      <Button
        size="xs"
        disabled={isBusy}
        onClick={() => {
          judge(undefined);
        }}
      >
        {isNew ? words.isNone : words.keepBoth}
      </Button>
    </section>
  );
}

function useJudge(
  { id, isNew, values }: RecordDetail,
  shows: Shows,
): { readonly judge: Judge; readonly isBusy: boolean } {
  const acts = useRecordActs();
  const toasts = useToasts();
  const turns = useTurnActs();
  const [isBusy, setBusy] = useState(false);
  const judge = async (other: RecordId | undefined): Promise<void> => {
    setBusy(true);
    const act = newAct();
    const answer = await acts.judgeDuplicate({ id, act, ...(other !== undefined && { other }) });
    setBusy(false);
    if (!answer.ok) {
      toasts.fail(answer.failure, () => void judge(other));
      return;
    }
    const kind = other === undefined ? 'keep-apart' : 'join';
    const action = turns.remember({ act, text: actText({ kind, count: 1, label: nameText(values) }) });
    // Two that became one are not taken apart: no way back is offered, and one that is asked for says so.
    if (other !== undefined) toasts.show({ text: words.isOne });
    else toasts.show({ text: isNew ? words.isSent : words.bothKept, action });
    if (answer.value.id === id) shows.stay();
    else shows.show(answer.value.id);
  };
  return { judge: (other) => void judge(other), isBusy };
}

function Other(props: {
  readonly detail: RecordDetail;
  readonly other: PossibleDuplicate;
  readonly isBusy: boolean;
  readonly onJudge: Judge;
  readonly onShow: (id: RecordId) => void;
}): ReactElement {
  const { detail, other } = props;
  const name = nameText(other.values);
  return (
    <li className={css.other}>
      <p className={css.otherName} dir="auto" data-selectable>
        {name}
      </p>
      <Differences detail={detail} other={other} />
      <div className={css.acts}>
        {detail.isNew && (
          <Button
            size="xs"
            disabled={props.isBusy}
            aria-label={words.isThisOneNamed({ name })}
            onClick={() => {
              props.onJudge(other.id);
            }}
          >
            {words.isThisOne}
          </Button>
        )}
        <button
          type="button"
          className="link"
          aria-label={detail.isNew ? words.openItNamed({ name }) : words.openNamed({ name })}
          onClick={() => {
            props.onShow(other.id);
          }}
        >
          {detail.isNew ? words.openIt : words.open}
        </button>
      </div>
    </li>
  );
}

/** The fields in which two records differ, side by side. */
function Differences(props: {
  readonly detail: RecordDetail;
  readonly other: PossibleDuplicate;
}): ReactElement {
  const { detail, other } = props;
  const fields = changedFields(keyAccountFields, detail.values, other.values);
  if (fields.length === 0) return <p className={css.means}>{words.same}</p>;
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">{words.field}</th>
          <th scope="col">{detail.isNew ? common.yours : words.thisOne}</th>
          <th scope="col">{detail.isNew ? common.server : words.theOther}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field}>
            <th scope="row">{fieldLabel(field)}</th>
            <td dir="auto">
              <Broken text={valueText(field, valueOf(detail.values, field))} />
            </td>
            <td dir="auto">
              <Broken text={valueText(field, valueOf(other.values, field))} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
