import { Button } from '@mantine/core';
import { IconAlertTriangleFilled } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import type { Attention, RecordDetail } from '#shared/model/record.ts';
import { useRecordActs } from '../../api/key-accounts.ts';
import { Details, DetailsToggle } from '../details.tsx';
import { fieldLabel } from '../field-text.ts';
import { useToasts } from '../toast-context.ts';
import { useDiscardMine } from '../use-discard-mine.ts';
import { words as common } from '../words.ts';
import { editedFields } from './edited-fields.ts';
import css from './record.module.css';
import { recordWords as words } from './record-words.ts';

const centre = wordsOf('syncCentre');

/** A record that the server refused: what it said, what that means, and one act. */
export function AttentionCard(props: {
  readonly detail: RecordDetail;
  readonly attention: Attention;
}): ReactElement {
  const { detail, attention } = props;
  const acts = useRecordActs();
  const toasts = useToasts();
  const discard = useDiscardMine();
  const [isOpen, setOpen] = useState(false);
  const tryAgain = async (): Promise<void> => {
    const answer = await acts.tryAgain({ id: detail.id });
    if (!answer.ok) toasts.fail(answer.failure, () => void tryAgain());
  };
  const { field, sentence } = attention;
  const changes = detail.isNew ? 1 : Math.max(1, editedFields(detail).length);
  return (
    <section className={css.attention} aria-label={words.needsAttention}>
      <p className={css.said}>
        <IconAlertTriangleFilled size={14} aria-hidden />
        <span dir="auto" data-selectable>
          {field === undefined
            ? words.serverSays({ sentence })
            : words.serverSaysAbout({ field: fieldLabel(field), sentence })}
        </span>
      </p>
      <p className={css.meaning}>{words.attentionMeans({ count: changes })}</p>
      {isOpen && <Details text={detailsOf(attention)} />}
      <div className={css.attentionActs}>
        <Button
          size="xs"
          onClick={() => {
            void tryAgain();
          }}
        >
          {common.tryAgain}
        </Button>
        {detail.possibleDuplicates.length === 0 && (
          <Button
            size="xs"
            variant="subtle"
            onClick={() => {
              discard(detail.id);
            }}
          >
            {centre.discard}
          </Button>
        )}
        <DetailsToggle isOpen={isOpen} onToggle={setOpen} />
      </div>
    </section>
  );
}

const detailsOf = ({ sentence, status, requestId, at }: Attention): string =>
  [
    sentence,
    ...(status === undefined ? [] : [`status ${String(status)}`]),
    ...(requestId === undefined ? [] : [`request ${requestId}`]),
    at,
  ].join(' · ');
