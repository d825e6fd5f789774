import type { ReactElement } from 'react';
import { AttentionCard } from '../ui/record/attention-card.tsx';
import { MissingCard } from '../ui/record/missing-card.tsx';
import { RecordFrame, type RecordProps } from '../ui/record/record-frame.tsx';
import { DuplicateCard } from './duplicate-card.tsx';
import { Lookalikes } from './lookalikes.tsx';
import { RecordFields } from './record-fields.tsx';

/** An open Key Account. */
export function RecordView(props: RecordProps): ReactElement {
  const { detail } = props;
  const { email, remote_id: guid } = detail.values;
  return (
    <RecordFrame {...props} copies={{ email, guid }} cards={<Cards {...props} />}>
      <RecordFields detail={detail}>
        {detail.state !== 'missing' && <Lookalikes detail={detail} shows={props.shows} />}
      </RecordFields>
    </RecordFrame>
  );
}

/** What a person has to know of a record, or to say of it, before its fields. */
function Cards({ detail, shows }: RecordProps): ReactElement {
  if (detail.state === 'missing') return <MissingCard detail={detail} shows={shows} />;
  return (
    <>
      {detail.attention && <AttentionCard detail={detail} attention={detail.attention} />}
      {detail.possibleDuplicates.length > 0 && <DuplicateCard detail={detail} shows={shows} />}
    </>
  );
}
