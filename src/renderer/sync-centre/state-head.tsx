import { Button } from '@mantine/core';
import { IconCloud, IconCloudOff, IconKey, IconRefresh } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import type { SyncStatus } from '#shared/model/sync-status.ts';
import { runCommand } from '../api/commands.ts';
import { useNow } from '../ui/use-now.ts';
import { stateDetail, stateSentence } from './state-text.ts';
import css from './sync-centre.module.css';

const words = wordsOf('syncCentre');
const commands = wordsOf('commands');

/** Where everything stands in one sentence, what comes next, and the two acts on the whole sync. */
export function StateHead(props: {
  readonly status: SyncStatus;
  /** How much was not sent in copies that are not open. */
  readonly elsewhere: number;
  readonly onConnection: () => void;
}): ReactElement {
  const { status } = props;
  const now = useNow(5000);
  const isOffline = status.connection === 'offline-by-choice';
  const OfflineIcon = isOffline ? IconCloud : IconCloudOff;
  return (
    <header className={css.head}>
      <div className={css.state}>
        <h1 className={css.sentence}>{stateSentence(status, props.elsewhere)}</h1>
        <p className={css.detail}>{stateDetail(status, { now }).join(' ')}</p>
      </div>
      <div className={css.headActs}>
        {status.connection === 'signed-out' && (
          <Button leftSection={<IconKey size={16} stroke={1.6} aria-hidden />} onClick={props.onConnection}>
            {words.newToken}
          </Button>
        )}
        <Button
          leftSection={<OfflineIcon size={16} stroke={1.6} aria-hidden />}
          onClick={() => runCommand('work-offline')}
        >
          {isOffline ? words.goOnline : commands['work-offline']}
        </Button>
        <Button
          variant="filled"
          disabled={isOffline || status.progress !== undefined}
          leftSection={<IconRefresh size={16} stroke={1.6} aria-hidden />}
          onClick={() => runCommand('sync-now')}
        >
          {commands['sync-now']}
        </Button>
      </div>
    </header>
  );
}
