import { Button, Select } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useId, useState, type ReactElement } from 'react';
import type { Failure } from '#shared/failure.ts';
import type { StorageProblemKind } from '#shared/model/app-state.ts';
import type { BackUp, Examined, Recovery } from '#shared/model/storage.ts';
import { failureOf } from '../api/failure-error.ts';
import { saveUnsent, useExamined, useStorageActs } from '../api/storage.ts';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { contentText, unsentCount } from '../ui/storage-words.ts';
import { longTime } from '../ui/times.ts';
import css from './storage-problem.module.css';
import { afreshMeans, foundText, isReplaceable, restoreMeans, restoreText, words } from './storage-text.ts';

type ChoicesProps = {
  readonly kind: StorageProblemKind;
  readonly isBusy: boolean;
  readonly onBusy: (isBusy: boolean) => void;
  readonly onFailure: (failure: Failure | undefined) => void;
};

/** What was found in the file that cannot be used, and what can be put in its place. */
export function RecoveryChoices(props: ChoicesProps): ReactElement {
  const examined = useExamined(true);
  if (examined.data) return <Choices {...props} examined={examined.data} />;
  if (examined.error) return <FailureNotice failure={failureOf(examined.error)} kept={undefined} />;
  return (
    <p className={css.found} role="status">
      {words.looking}
    </p>
  );
}

function Choices(props: ChoicesProps & { readonly examined: Examined }): ReactElement {
  const { kind, isBusy, onBusy, onFailure } = props;
  const { salvaged, backUps } = props.examined;
  const { recover } = useStorageActs();
  const [number, setNumber] = useState(backUps[0]?.number);
  const backUp = backUps.find((one) => one.number === number);
  // An older copy is sound, and no back-up is known to be newer than it.
  const isOlder = kind === 'older';
  const run = async (method: Recovery): Promise<void> => {
    onBusy(true);
    onFailure(undefined);
    const answer = await recover(method);
    onBusy(false);
    if (!answer.ok) onFailure(answer.failure);
  };
  const choose = (method: Recovery) => () => {
    void run(method);
  };
  return (
    <>
      <p className={css.found} role="status">
        {isBusy ? words.working : foundText(kind, salvaged)}
      </p>
      {isReplaceable(kind) && (
        <ul className={css.choices}>
          {isOlder && (
            <Way
              label={words.asItIs}
              means={words.asItIsMeans}
              isMain
              isBusy={isBusy}
              onChoose={choose({ kind: 'as-it-is' })}
            />
          )}
          {backUp && (
            <Way
              label={restoreText(backUp)}
              means={restoreMeans(backUp, salvaged)}
              isMain={!isOlder}
              isBusy={isBusy}
              onChoose={choose({ kind: 'restore', backUp: backUp.number })}
            >
              {backUps.length > 1 && (
                <BackUpSelect backUps={backUps} chosen={backUp} isBusy={isBusy} onChoose={setNumber} />
              )}
            </Way>
          )}
          <Way
            label={words.afresh}
            means={afreshMeans(salvaged)}
            isMain={!backUp && !isOlder}
            isBusy={isBusy}
            onChoose={choose({ kind: 'afresh' })}
          />
        </ul>
      )}
      {unsentCount(salvaged) > 0 && <SaveUnsent isBusy={isBusy} onFailure={onFailure} />}
    </>
  );
}

function Way(props: {
  readonly label: string;
  readonly means: string;
  readonly isMain?: boolean;
  readonly isBusy: boolean;
  readonly onChoose: () => void;
  readonly children?: ReactElement | false;
}): ReactElement {
  const id = useId();
  return (
    <li className={css.way}>
      <div className={css.wayHead}>
        <Button
          variant={props.isMain ? 'filled' : 'default'}
          aria-describedby={id}
          disabled={props.isBusy}
          onClick={props.onChoose}
        >
          {props.label}
        </Button>
        {props.children}
      </div>
      <p id={id} className={css.means}>
        {props.means}
      </p>
    </li>
  );
}

function BackUpSelect(props: {
  readonly backUps: readonly BackUp[];
  readonly chosen: BackUp;
  readonly isBusy: boolean;
  readonly onChoose: (number: number) => void;
}): ReactElement {
  return (
    <Select
      aria-label={words.backUp}
      className={css.select ?? ''}
      disabled={props.isBusy}
      data={props.backUps.map((one) => ({
        value: String(one.number),
        label: `${longTime(one.at)} · ${contentText(one)}`,
      }))}
      value={String(props.chosen.number)}
      withCheckIcon={false}
      rightSection={<IconChevronDown size={14} stroke={1.75} aria-hidden />}
      rightSectionPointerEvents="none"
      onChange={(value) => {
        if (value !== null) props.onChoose(Number(value));
      }}
    />
  );
}

function SaveUnsent(props: {
  readonly isBusy: boolean;
  readonly onFailure: (failure: Failure | undefined) => void;
}): ReactElement {
  const [isSaved, setSaved] = useState(false);
  const save = async (): Promise<void> => {
    props.onFailure(undefined);
    const answer = await saveUnsent();
    if (!answer.ok) props.onFailure(answer.failure);
    else setSaved(answer.value.saved);
  };
  return (
    <p className={css.save}>
      <button type="button" className="link" disabled={props.isBusy} onClick={() => void save()}>
        {words.saveUnsent}
      </button>{' '}
      <span role="status">{isSaved && words.saved}</span>
    </p>
  );
}
