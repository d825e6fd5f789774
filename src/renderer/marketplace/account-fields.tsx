import type { ReactElement, ReactNode } from 'react';
import { valueOf } from '#shared/model/field.ts';
import type { RecordDetail } from '#shared/model/record.ts';
import { KeptSection } from '../ui/record/kept-section.tsx';
import { recordWords } from '../ui/record/record-words.ts';
import { TextField } from '../ui/record/text-field.tsx';
import { StatusField } from './status-field.tsx';
import { WebsiteLink } from './website-link.tsx';
import { words } from './words.ts';

/** The service levels that are usual; the list is open, and every other one is kept as it is. */
const LEVELS = ['Essential', 'Elite', 'DSC', 'Express'];

const ADDRESS = ['addressLine1', 'addressLine2', 'postCode', 'city', 'state', 'country'];

/** The fields of an account, edited in place. */
export function AccountFields({ detail }: { readonly detail: RecordDetail }): ReactElement {
  const text = (
    field: string,
    rest: {
      readonly suggestions?: readonly string[];
      readonly behind?: ReactNode;
      readonly isMono?: boolean;
    } = {},
  ): ReactElement => (
    <TextField
      key={field}
      detail={detail}
      field={field}
      value={valueOf(detail.values, field)}
      placeholder={recordWords.empty}
      {...rest}
    />
  );
  const website = valueOf(detail.values, 'website');
  return (
    <>
      {text('name')}
      <StatusField detail={detail} />
      {text('serviceLevel', { suggestions: LEVELS })}
      {text('externalId', { isMono: true })}
      {text('description')}
      <KeptSection title={words.contact}>
        {text('website', { behind: <WebsiteLink website={website} /> })}
        {text('technicalSupportEmail')}
      </KeptSection>
      <KeptSection title={words.address}>{ADDRESS.map((field) => text(field))}</KeptSection>
    </>
  );
}
