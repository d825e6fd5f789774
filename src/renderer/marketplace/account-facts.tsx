import type { ReactElement, ReactNode } from 'react';
import type { AccountFacts as Facts, AccountGroup, AuditEvent } from '#shared/model/marketplace.ts';
import type { RecordDetail } from '#shared/model/record.ts';
import { failureOf } from '../api/failure-error.ts';
import { useAccountFacts } from '../api/marketplace.ts';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { fieldLabel, inputText, isEmpty } from '../ui/field-text.ts';
import { KeptLine, KeptSection } from '../ui/record/kept-section.tsx';
import { recordWords } from '../ui/record/record-words.ts';
import record from '../ui/record/record.module.css';
import { longTime } from '../ui/times.ts';
import css from './marketplace.module.css';
import { auditWords, words } from './words.ts';

/** What the server alone says of an account: what it is called there, its groups, and what was done to it. */
export function AccountFacts({ detail }: { readonly detail: RecordDetail }): ReactElement {
  const facts = useAccountFacts(detail.id);
  const isGone = detail.state === 'missing';
  const called = inputText(detail.values['externalName']);
  return (
    <>
      <KeptSection title={isGone ? recordWords.keptLast : recordWords.keptByServer}>
        <dl>
          <KeptLine name={words.id} text={detail.id} isMono />
          {called !== '' && <KeptLine name={fieldLabel('externalName')} text={called} />}
        </dl>
      </KeptSection>
      {facts.error && (
        <FailureNotice
          failure={failureOf(facts.error)}
          kept={undefined}
          onAction={() => {
            void facts.refetch();
          }}
        />
      )}
      {facts.data && <Known facts={facts.data} />}
    </>
  );
}

function Known({ facts: { groups, audit } }: { readonly facts: Facts }): ReactElement {
  return (
    <>
      <Part title={words.groups} none={words.noGroups}>
        {groups.map((group) => (
          <Group key={group.id} group={group} />
        ))}
      </Part>
      <Part title={words.timeline} none={words.noTimeline}>
        {audit.map((event) => (
          <Happening key={event.kind} event={event} />
        ))}
      </Part>
    </>
  );
}

function Part(props: {
  readonly title: string;
  readonly none: string;
  readonly children: readonly ReactNode[];
}): ReactElement {
  return (
    <KeptSection title={props.title}>
      {props.children.length === 0 ? (
        <p className={record.keptNone}>{props.none}</p>
      ) : (
        <ul className={css.facts}>{props.children}</ul>
      )}
    </KeptSection>
  );
}

function Group({ group: { name, description, isDefault } }: { readonly group: AccountGroup }): ReactElement {
  return (
    <li className={css.fact}>
      <span dir="auto" data-selectable>
        {name}
      </span>
      {isDefault && (
        <span data-chip className={css.tag}>
          {words.defaultGroup}
        </span>
      )}
      {!isEmpty(description) && (
        <span className={css.more} dir="auto">
          {description}
        </span>
      )}
    </li>
  );
}

function Happening({ event: { kind, at, by } }: { readonly event: AuditEvent }): ReactElement {
  return (
    <li className={css.fact}>
      <span>{auditWords[kind]}</span>
      <time className={css.when} dateTime={at}>
        {longTime(at)}
      </time>
      {by !== undefined && (
        <span className={css.more} dir="auto">
          {words.byWhom({ name: by })}
        </span>
      )}
    </li>
  );
}
