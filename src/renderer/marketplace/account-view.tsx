import type { ReactElement } from 'react';
import { valueText } from '../ui/field-text.ts';
import { AttentionCard } from '../ui/record/attention-card.tsx';
import { MissingCard } from '../ui/record/missing-card.tsx';
import { RecordFrame, type ViewProps } from '../ui/record/record-frame.tsx';
import type { Shows } from '../ui/record/use-judge-missing.ts';
import { AccountFacts } from './account-facts.tsx';
import { AccountFields } from './account-fields.tsx';
import css from './marketplace.module.css';
import { statusText } from './words.ts';

type AccountProps = ViewProps & { readonly shows: Shows };

/** An open Marketplace Account. */
export function AccountView(props: AccountProps): ReactElement {
  const { detail } = props;
  const { technicalSupportEmail: email, type } = detail.values;
  return (
    <RecordFrame
      {...props}
      copies={{ email }}
      lead={
        <p className={css.lead}>
          <span data-chip className={css.status}>
            {statusText(detail)}
          </span>
          {valueText('type', type)}
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
function Cards({ detail, shows }: AccountProps): ReactElement | null {
  if (detail.state === 'missing') return <MissingCard detail={detail} shows={shows} />;
  return detail.attention ? <AttentionCard detail={detail} attention={detail.attention} /> : null;
}
