import { DirectionProvider, MantineProvider } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactElement } from 'react';
import { directionOf, locale } from '#shared/language/language.ts';
import type { AppState, Connection } from '#shared/model/app-state.ts';
import { defaultSettings, type Settings } from '#shared/model/settings.ts';
import { useAppState } from './api/app.ts';
import { failureOf } from './api/failure-error.ts';
import { useConnection, useLocale, useSettings } from './api/settings.ts';
import { deskName } from './api/show-app-state.ts';
import { useSyncStatus } from './api/sync.ts';
import { useBridgeEvents } from './api/use-bridge-events.ts';
import { CommandKeys } from './api/commands.ts';
import { useEditSelected } from './bulk-edit/use-edit-selected.tsx';
import { DiagnosticsCommand } from './diagnostics/diagnostics-dialog.tsx';
import { FirstRun } from './first-run/first-run.tsx';
import { ScreenShown } from './screen-shown.tsx';
import { useListState } from './ui/list/list-state.ts';
import { useViewCommands, useViews, type Views } from './key-accounts/use-views.ts';
import { ViewList } from './key-accounts/view-list.tsx';
import { ViewNameDialog } from './key-accounts/view-name-dialog.tsx';
import { useListSelection } from './key-accounts/use-list-selection.ts';
import { ActKeys } from './shell/act-keys.tsx';
import { BrokenOffNotice } from './shell/broken-off-notice.tsx';
import { DeskFrame } from './shell/desk-frame.tsx';
import { useAppCommands } from './shell/use-app-commands.ts';
import { useDialogs } from './shell/use-dialogs.tsx';
import { LiveRegion } from './shell/live-region.tsx';
import { Nav } from './shell/nav.tsx';
import { Opening } from './shell/opening.tsx';
import { StatusBar } from './shell/status-bar.tsx';
import { useSyncCommands } from './shell/use-sync-commands.ts';
import { RecoveryReportDialog } from './storage-problem/recovery-report-dialog.tsx';
import { StorageProblemScreen } from './storage-problem/storage-problem-screen.tsx';
import { Transfer } from './transfer/transfer.tsx';
import { FailureNotice } from './ui/failure-notice.tsx';
import { accountCounts } from './ui/resource-counts.ts';
import { KeySettingsContext } from './ui/key-settings.ts';
import { resolveVariables, theme } from './ui/theme.ts';
import { Toaster } from './ui/toaster.tsx';
import { useLayout } from './ui/use-layout.ts';
import { useToday } from './ui/use-now.ts';
import { usePlaces, type Places } from './use-places.ts';

const styleNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

/** The whole window: the part of the app that the main process names, in the colours that the person set. */
export function App(): ReactElement | null {
  useBridgeEvents();
  const settings = useSettings();
  useAppCommands(settings.data);
  const spoken = useLocale();
  // What was called 14:02 is called yesterday from midnight on.
  useToday();
  const isDark = useMediaQuery('(prefers-color-scheme: dark)', false, { getInitialValueInEffect: false });
  // Nothing is painted before the colours are known, or the window would flash.
  if (settings.isPending || spoken.isPending) return null;
  const chosen = settings.data ?? defaultSettings;
  const direction = directionOf(spoken.data?.language ?? 'en');
  const scheme = chosen.colours === 'system' ? (isDark ? 'dark' : 'light') : chosen.colours;
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={resolveVariables}
      forceColorScheme={scheme}
      getStyleNonce={styleNonce}
    >
      <DirectionProvider key={direction} initialDirection={direction} detectDirection={false}>
        <KeySettingsContext value={chosen}>
          <CommandKeys />
          <DiagnosticsCommand />
          <Whole settings={chosen} />
        </KeySettingsContext>
      </DirectionProvider>
    </MantineProvider>
  );
}

function Whole({ settings }: { readonly settings: Settings }): ReactElement {
  const state = useAppState();
  if (state.data) return <Part state={state.data} settings={settings} />;
  if (state.isPending) return <Opening />;
  return (
    <FailureNotice
      failure={failureOf(state.error)}
      kept={0}
      onAction={() => {
        void state.refetch();
      }}
    />
  );
}

function Part(props: { readonly state: AppState; readonly settings: Settings }): ReactElement {
  const { state } = props;
  switch (state.screen) {
    case 'first-run':
      return <FirstRun />;
    case 'storage-problem':
      return <StorageProblemScreen problem={state.problem} />;
    case 'desk':
      return <Desk key={deskName(state)} connection={state.connection} settings={props.settings} />;
  }
}

type DeskProps = { readonly connection: Connection; readonly settings: Settings };

function Desk(props: DeskProps): ReactElement {
  const kept = useSyncStatus().data?.counts.waiting;
  return (
    <Toaster kept={kept} standing={<BrokenOffNotice waiting={kept} />}>
      <DeskScreens {...props} />
    </Toaster>
  );
}

function DeskScreens({ connection, settings }: DeskProps): ReactElement {
  const status = useSyncStatus().data;
  const layout = useLayout();
  const token = useConnection().data?.tokenStorage;
  const list = useListState('key-accounts');
  const accounts = useListState('marketplace');
  const kept = useListSelection(list.terms);
  const places = usePlaces({ list, accounts });
  const views = useViews(list, settings);
  useViewCommands(views, places.toList);
  const dialogs = useDialogs({
    ...places,
    hasAccounts: accountCounts(status) !== undefined,
    vanished: status?.vanished ?? 0,
  });
  const selected = places.screen === 'key-accounts' ? kept.selected : undefined;
  const editSelected = useEditSelected(selected);
  useSyncCommands(status);
  return (
    <>
      <DeskFrame
        nav={
          <Nav
            connection={connection}
            status={status}
            screen={places.screen}
            isRail={layout !== 'wide'}
            below={layout === 'wide' && <DeskViews views={views} places={places} />}
            onGo={places.go}
            onPalette={dialogs.openPalette}
            onKeys={dialogs.openKeys}
            onRemoveSample={dialogs.openRemoval}
          />
        }
        statusBar={
          status && (
            <StatusBar
              key={locale().language}
              status={status}
              layout={layout}
              tokenStorage={connection.kind === 'sample' ? undefined : token}
              {...places.status}
            />
          )
        }
      >
        <ScreenShown
          connection={connection}
          settings={settings}
          status={status}
          layout={layout}
          list={list}
          accounts={accounts}
          views={views}
          kept={kept}
          places={places}
          onEditSelected={editSelected.begin}
          onRemoveSample={dialogs.openRemoval}
          onAskIfGone={dialogs.askIfGone}
        />
      </DeskFrame>
      <ActKeys />
      <ViewNameDialog views={views} />
      <Transfer
        terms={list.terms}
        // What is on the screen is meant, and nothing that is behind it.
        isListShown={places.screen === 'key-accounts'}
        open={places.screen === 'key-accounts' ? list.open : undefined}
        selected={selected}
      />
      {editSelected.shown}
      <LiveRegion key={locale().language} status={status} />
      {dialogs.shown}
      <RecoveryReportDialog />
    </>
  );
}

/** The saved views in the navigation; they lead to the list. */
function DeskViews(props: { readonly views: Views; readonly places: Places }): ReactElement {
  const { views, places } = props;
  return (
    <ViewList
      views={views}
      isListShown={places.screen === 'key-accounts'}
      onChoose={(view) => {
        views.choose(view);
        places.toList();
      }}
      onSave={() => {
        places.toList();
        views.ask('new');
      }}
    />
  );
}
