import { Button } from '@mantine/core';
import {
  IconCircleArrowUp,
  IconDeviceLaptop,
  IconDirectionSign,
  IconKey,
  IconPlugConnectedX,
} from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import type { Failure } from '#shared/failure.ts';
import { useAppActs } from '../api/app.ts';
import { useManaged } from '../api/settings.ts';
import { useKnownCopies } from '../api/storage.ts';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { ManagedNotice } from '../ui/managed-notice.tsx';
import { managedWords } from '../ui/managed-words.ts';
import { words as common } from '../ui/words.ts';
import { ConnectForm } from './connect-form.tsx';
import css from './first-run.module.css';
import { FoundCopies } from './found-copies.tsx';
import { words } from './words.ts';

/** The first screen of a new installation: connect to a service, or explore with sample data. */
export function FirstRun(): ReactElement | null {
  const copies = useKnownCopies().data ?? [];
  const managed = useManaged();
  if (!managed) return null;
  const { serviceAddress, sampleData } = managed.settings;
  return (
    <div className={css.page}>
      <div className={css.columns}>
        <Promise3 />
        <main className={css.right}>
          <div className={css.form}>
            <ManagedNotice managed={managed} />
            <FoundCopies copies={copies} />
            <ConnectForm isMain={copies.length === 0} managedAddress={serviceAddress} />
            {sampleData === false ? <p className={css.without}>{managedWords.noSample}</p> : <Explore />}
          </div>
        </main>
      </div>
      <div className={css.status} role="region" aria-label={words.status}>
        <span className={css.item}>
          <IconPlugConnectedX size={14} stroke={1.75} aria-hidden />
          {words.notConnected}
        </span>
        <span className={css.faint}>{words.nothingLeaves}</span>
      </div>
    </div>
  );
}

/** What the app promises, in three points. */
const promises = [
  { name: 'saved', Icon: IconDeviceLaptop },
  { name: 'waiting', Icon: IconCircleArrowUp },
  { name: 'asked', Icon: IconDirectionSign },
] as const;

function Promise3(): ReactElement {
  return (
    <aside className={css.left} aria-label={common.appName}>
      <div className={css.brand}>
        <span className={css.logo}>
          <IconKey size={16} stroke={1.6} aria-hidden />
        </span>
        {common.appName}
      </div>
      <h1 className={css.promise}>
        {words.promise}
        <br />
        {words.promiseToo}
      </h1>
      <ul className={css.points}>
        {promises.map(({ name, Icon }) => (
          <li key={name} className={css.point}>
            <Icon size={20} stroke={1.6} aria-hidden />
            <div>
              <strong>{words[`${name}Title`]}</strong>
              <p>{words[`${name}Text`]}</p>
            </div>
          </li>
        ))}
      </ul>
    </aside>
  );
}

function Explore(): ReactElement {
  const { explore } = useAppActs();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const start = async (): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    const answer = await explore();
    setBusy(false);
    if (!answer.ok) setFailure(answer.failure);
  };
  return (
    <>
      <div className={css.or}>{words.or}</div>
      <section className={css.explore}>
        <div className={css.row}>
          <div>
            <h2 className={css.title}>{words.exploreTitle}</h2>
            <p className={css.text}>{words.exploreText}</p>
          </div>
          <Button
            size="md"
            loading={isBusy}
            onClick={() => {
              void start();
            }}
          >
            {words.explore}
          </Button>
        </div>
        {failure && <FailureNotice failure={failure} kept={undefined} />}
      </section>
    </>
  );
}
