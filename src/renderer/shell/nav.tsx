import { Tooltip } from '@mantine/core';
import {
  IconAddressBook,
  IconBuildingStore,
  IconDirectionSign,
  IconKeyboard,
  IconRefresh,
  IconSearch,
  IconSettings,
} from '@tabler/icons-react';
import { memo, type ReactElement, type ReactNode } from 'react';
import type { Connection } from '#shared/model/app-state.ts';
import { locale, wordsOf } from '#shared/language/language.ts';
import type { Counts, SyncStatus } from '#shared/model/sync-status.ts';
import { classes } from '../ui/classes.ts';
import { KeyHint } from '../ui/key-hint.tsx';
import { accountCounts, peopleCounts } from '../ui/resource-counts.ts';
import type { Screen } from '../ui/screen.ts';
import { StateIcon } from '../ui/state-mark.tsx';
import { countText } from '../ui/times.ts';
import { attentionText, decisionsText, waitingText } from '../ui/words.ts';
import { ConnectionHead } from './connection-head.tsx';
import css from './nav.module.css';
import { words } from './words.ts';

const paletteWords = wordsOf('palette');

type NavProps = {
  readonly connection: Connection;
  readonly status: SyncStatus | undefined;
  readonly screen: Screen;
  readonly isRail: boolean;
  readonly onGo: (screen: Screen) => void;
  readonly onPalette: () => void;
  readonly onKeys: () => void;
  readonly onRemoveSample: () => void;
};

/** The navigation: every screen that there is, with its counts; a rail of icons where the window is narrow. */
export function Nav({ below, ...props }: NavProps & { readonly below: ReactNode }): ReactElement {
  const { language } = locale();
  return (
    <nav className={classes(css.nav, props.isRail && css.rail)} aria-label={words.navigation}>
      <Places key={`${language} places`} {...props} />
      <div className={css.below}>{below}</div>
      <Foot key={`${language} foot`} {...props} />
    </nav>
  );
}

function itemOf({ isRail, screen, onGo }: NavProps) {
  return (target: Screen, icon: ReactNode, rest: Partial<ItemProps> & { label: string }): ReactElement => (
    <NavItem
      icon={icon}
      isRail={isRail}
      isCurrent={screen === target}
      onOpen={() => {
        onGo(target);
      }}
      {...rest}
    />
  );
}

/** What stands above the views; not drawn anew with every letter of a search. */
const Places = memo(function Places(props: NavProps): ReactElement {
  const { isRail, status } = props;
  const counts = status?.counts;
  const people = peopleCounts(status);
  const accounts = accountCounts(status);
  const item = itemOf(props);
  return (
    <>
      <ConnectionHead connection={props.connection} isRail={isRail} onRemoveSample={props.onRemoveSample} />
      <FindOrDo isRail={isRail} onOpen={props.onPalette} />
      <ul className={css.items}>
        {item('key-accounts', <IconAddressBook size={16} stroke={1.6} aria-hidden />, {
          label: words.keyAccounts,
          ...totalBadge(people, isRail),
        })}
        {item('decisions', <IconDirectionSign size={16} stroke={1.6} aria-hidden />, {
          label: words.decisions,
          badge: counts && <DecisionsBadge counts={counts} />,
          spoken: counts ? spokenDecisions(counts) : '',
        })}
        {item('sync', <IconRefresh size={16} stroke={1.6} aria-hidden />, {
          label: words.syncCentre,
          badge: counts && <SyncBadge counts={counts} isRail={isRail} />,
          spoken: counts ? spokenSync(counts) : '',
        })}
        {accounts &&
          item('marketplace', <IconBuildingStore size={16} stroke={1.6} aria-hidden />, {
            label: words.marketplace,
            ...totalBadge(accounts, isRail),
          })}
      </ul>
    </>
  );
});

/** What stands beneath the views. */
const Foot = memo(function Foot(props: NavProps): ReactElement {
  const { isRail } = props;
  const item = itemOf(props);
  return (
    <ul className={css.items}>
      {item('settings', <IconSettings size={16} stroke={1.6} aria-hidden />, { label: words.settings })}
      <NavItem
        icon={<IconKeyboard size={16} stroke={1.6} aria-hidden />}
        label={words.keys}
        isRail={isRail}
        badge={isRail ? undefined : <KeyHint keys="?" />}
        onOpen={props.onKeys}
      />
    </ul>
  );
});

/** How many records a list has; a rail has room for it in the name only. */
const totalBadge = (counts: Counts | undefined, isRail: boolean): Pick<ItemProps, 'badge' | 'spoken'> =>
  counts
    ? {
        badge: !isRail && <span className={css.count}>{countText(counts.total)}</span>,
        spoken: countText(counts.total),
      }
    : {};

/** What the navigation says of the decisions to a screen reader. */
const spokenDecisions = ({ decisions }: Counts): string => (decisions > 0 ? decisionsText(decisions) : '');

function DecisionsBadge({ counts }: { readonly counts: Counts }): ReactElement | null {
  if (counts.decisions === 0) return null;
  return (
    <span data-chip className={css.pill}>
      {countText(counts.decisions)}
    </span>
  );
}

/** What the navigation says of the sync to a screen reader. */
const spokenSync = ({ attention, waiting }: Counts): string =>
  [...(attention > 0 ? [attentionText(attention)] : []), ...(waiting > 0 ? [waitingText(waiting)] : [])].join(
    ', ',
  );

function SyncBadge(props: { readonly counts: Counts; readonly isRail: boolean }): ReactElement | null {
  const { waiting, attention } = props.counts;
  if (props.isRail) return attention > 0 ? <StateIcon kind="attention" /> : null;
  if (attention + waiting === 0) return null;
  return (
    <>
      {attention > 0 && (
        <span className={css.attention}>
          <StateIcon kind="attention" />
          {countText(attention)}
        </span>
      )}
      {waiting > 0 && <span className={css.count}>{countText(waiting)}</span>}
    </>
  );
}

/** The field that opens the command palette. */
function FindOrDo({
  isRail,
  onOpen,
}: {
  readonly isRail: boolean;
  readonly onOpen: () => void;
}): ReactElement {
  return (
    <Tooltip label={paletteWords.placeholder} position="right" floatingStrategy="fixed" disabled={!isRail}>
      <button
        type="button"
        className={classes('plain', css.find)}
        aria-haspopup="dialog"
        {...(isRail && { 'aria-label': paletteWords.placeholder })}
        onClick={onOpen}
      >
        <IconSearch size={16} stroke={1.6} aria-hidden />
        {!isRail && <span className={css.findText}>{paletteWords.placeholder}</span>}
        {!isRail && <KeyHint keys="CmdOrCtrl+K" />}
      </button>
    </Tooltip>
  );
}

type ItemProps = {
  readonly icon: ReactNode;
  readonly label: string;
  readonly isRail: boolean;
  readonly isCurrent?: boolean;
  readonly badge?: ReactNode;
  /** What the badge says to a screen reader. */
  readonly spoken?: string;
  readonly onOpen: () => void;
};

function NavItem(props: ItemProps): ReactElement {
  const isCurrent = props.isCurrent === true;
  const { spoken = '' } = props;
  const name = spoken === '' ? props.label : `${props.label} ${spoken}`;
  return (
    <li>
      <Tooltip label={name} position="right" floatingStrategy="fixed" disabled={!props.isRail}>
        <button
          type="button"
          className={classes('plain', css.item)}
          aria-label={name}
          {...(isCurrent && { 'aria-current': 'page' as const, 'data-on': true })}
          onClick={props.onOpen}
        >
          <span className={css.icon}>{props.icon}</span>
          {!props.isRail && <span className={css.label}>{props.label}</span>}{' '}
          {props.badge !== undefined && props.badge !== false && (
            <span className={css.badge}>{props.badge}</span>
          )}
        </button>
      </Tooltip>
    </li>
  );
}
