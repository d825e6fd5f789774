import type { ReactElement } from 'react';
import { valueText } from '../ui/field-text.ts';
import { AttentionCard } from '../ui/record/attention-card.tsx';
import { MissingCard } from '../ui/record/missing-card.tsx';
import { RecordFrame, type RecordProps } from '../ui/record/record-frame.tsx';
import { AccountFacts } from './account-facts.tsx';
import { AccountFields } from './account-fields.tsx';
import css from './marketplace.module.css';
import { statusText } from './words.ts';

/** An open Marketplace Account. */
export function AccountView(props: RecordProps): ReactElement {
  const { detail } = props;
  const email = detail.values['technicalSupportEmail'];
  const kind = valueText('type', detail.values['type']);
  return (
    <RecordFrame
      {...props}
      copies={{ email }}
      lead={
        <p className={css.lead}>
          <span data-chip className={css.status}>
            {statusText(detail)}
          </span>
          {kind}
        </p>
      }
      cards={<Cards {...props} />}
    >
      <AccountFields detail={detail} />
      <AccountFacts detail={detail} />
    </RecordFrame>
  );
}

/** What a person has to know of an account, or to say of it, before its fields. */
function Cards({ detail, shows }: RecordProps): ReactElement | null {
  if (detail.state === 'missing') return <MissingCard detail={detail} shows={shows} />;
  return detail.attention ? <AttentionCard detail={detail} attention={detail.attention} /> : null;
}
