import { IconCloudX } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import type { RecordDetail } from '#shared/model/record.ts';
import { resourceOf } from '#shared/resources/resources.ts';
import { useHistory } from '../../api/key-accounts.ts';
import { Choices } from '../choices.tsx';
import { editedFields } from './edited-fields.ts';
import css from './judgement.module.css';
import { MakeAgainDialog } from './make-again-dialog.tsx';
import { goneSentence, words } from './missing-words.ts';
import { useJudgeMissing, type MissingActs, type Shows } from './use-judge-missing.ts';

/** A record that the server no longer has: since when, what that means, and what can become of it. */
export function MissingCard({
  detail,
  shows,
}: {
  readonly detail: RecordDetail;
  readonly shows: Shows;
}): ReactElement {
  const [isAsking, setAsking] = useState(false);
  const acts = useJudgeMissing(detail, shows);
  const unsent = editedFields(detail).length;
  // What is not made by people cannot be made again by them.
  const again =
    resourceOf(detail.id).createBody === undefined
      ? undefined
      : (): void => {
          setAsking(true);
        };
  return (
    <section className={css.quiet} aria-label={words.card}>
      {detail.judgement === undefined && (
        <Unjudged detail={detail} unsent={unsent} acts={acts} onAgain={again} />
      )}
      {detail.judgement === 'kept' && (
        <Judged
          lead={words.kept}
          text={words.keptMeans}
          label={words.hide}
          onAct={acts.hide}
          onAgain={again}
        />
      )}
      {detail.judgement === 'hidden' && (
        <Judged
          lead={words.hidden}
          text={words.hiddenMeans}
          label={words.putBack}
          onAct={acts.putBack}
          onAgain={again}
        />
      )}
      <MakeAgainDialog
        isOpen={isAsking}
        makeAgain={acts.makeAgain}
        onClose={() => {
          setAsking(false);
        }}
      />
    </section>
  );
}

function Unjudged(props: {
  readonly detail: RecordDetail;
  readonly unsent: number;
  readonly acts: MissingActs;
  readonly onAgain: (() => void) | undefined;
}): ReactElement {
  const { detail, unsent, acts } = props;
  const since = useHistory(detail.id).data?.find(({ kind }) => kind === 'missing')?.at;
  return (
    <>
      <p className={css.lead}>
        <IconCloudX size={14} stroke={1.75} aria-hidden />
        {goneSentence(since)}
      </p>
      <p className={css.meaning}>{words.goneMeans({ unsent })}</p>
      <Choices
        choices={[
          { label: words.keep, means: words.keepMeans, choose: acts.keep },
          { label: words.hide, means: words.hideMeans({ unsent }), choose: acts.hide },
          ...(props.onAgain ? [{ label: words.again, means: words.againMeans, choose: props.onAgain }] : []),
        ]}
      />
    </>
  );
}

/** What a person said already, with the ways that are still open. */
function Judged(props: {
  readonly lead: string;
  readonly text: string;
  readonly label: string;
  readonly onAct: () => void;
  readonly onAgain: (() => void) | undefined;
}): ReactElement {
  return (
    <>
      <p className={css.lead}>
        <IconCloudX size={14} stroke={1.75} aria-hidden />
        {props.lead}
      </p>
      <p className={css.meaning}>{props.text}</p>
      <div className={css.links}>
        <button type="button" className="link" onClick={props.onAct}>
          {props.label}
        </button>
        {props.onAgain && (
          <button type="button" className="link" onClick={props.onAgain}>
            {words.again}
          </button>
        )}
      </div>
    </>
  );
}
