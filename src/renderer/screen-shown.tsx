import { useCallback, type ReactElement } from 'react';
import type { Connection } from '#shared/model/app-state.ts';
import type { Settings } from '#shared/model/settings.ts';
import type { SyncStatus } from '#shared/model/sync-status.ts';
import { useChangeSettings } from './api/settings.ts';
import type { EditSelected } from './bulk-edit/use-edit-selected.tsx';
import { Decisions } from './decisions/decisions.tsx';
import { KeyAccounts } from './key-accounts/key-accounts.tsx';
import type { KeptSelection } from './key-accounts/use-list-selection.ts';
import type { Views } from './key-accounts/use-views.ts';
import { Marketplace } from './marketplace/marketplace.tsx';
import { SettingsScreen } from './settings/settings-screen.tsx';
import { SyncBanner } from './shell/sync-banner.tsx';
import { SyncCentre } from './sync-centre/sync-centre.tsx';
import type { ListState } from './ui/list/list-state.ts';
import type { Layout } from './ui/use-layout.ts';
import type { Places } from './use-places.ts';

type ShownProps = {
  readonly connection: Connection;
  readonly settings: Settings;
  readonly status: SyncStatus | undefined;
  readonly layout: Layout;
  readonly list: ListState;
  readonly accounts: ListState;
  readonly views: Views;
  readonly kept: KeptSelection;
  readonly places: Places;
  readonly onEditSelected: EditSelected['begin'];
  readonly onRemoveSample: () => void;
  readonly onAskIfGone: () => void;
};

/** The screen that the person is on. */
export function ScreenShown(props: ShownProps): ReactElement | null {
  const { status, layout, places } = props;
  switch (places.screen) {
    case 'key-accounts':
      return <ListScreen {...props} />;
    case 'decisions':
      return (
        <Decisions layout={layout} kept={status?.counts.waiting ?? 0} onShowRecord={places.showRecord} />
      );
    case 'sync':
      return status ? <SyncScreen {...props} status={status} /> : null;
    case 'marketplace':
      return <MarketplaceScreen {...props} />;
    case 'settings':
      return <SettingsScreen {...props} />;
  }
}

function ListScreen(props: ShownProps): ReactElement {
  const { places, status } = props;
  const onDensity = useDensity();
  return (
    <KeyAccounts
      list={props.list}
      views={props.views}
      kept={props.kept}
      status={status}
      settings={props.settings}
      layout={props.layout}
      banner={<ListBanner {...props} />}
      onDensity={onDensity}
      onDecide={places.decide}
      onEditSelected={props.onEditSelected}
    />
  );
}

function MarketplaceScreen(props: ShownProps): ReactElement {
  const { places, status } = props;
  const onDensity = useDensity();
  return (
    <Marketplace
      list={props.accounts}
      status={status}
      layout={props.layout}
      density={props.settings.density}
      banner={<ListBanner {...props} />}
      onDensity={onDensity}
      onDecide={places.decide}
    />
  );
}

const ListBanner = ({ status, places, onAskIfGone }: ShownProps): ReactElement => (
  <SyncBanner
    status={status}
    onConnection={places.toSettings}
    onRecord={places.showRecord}
    onAskIfGone={onAskIfGone}
  />
);

function useDensity(): (density: Settings['density']) => void {
  const changeSettings = useChangeSettings();
  return useCallback(
    (density) => {
      void changeSettings({ density });
    },
    [changeSettings],
  );
}

function SyncScreen(props: ShownProps & { readonly status: SyncStatus }): ReactElement {
  const { status, layout, places } = props;
  return (
    <SyncCentre
      status={status}
      layout={layout}
      wish={places.wish}
      banner={
        <SyncBanner
          status={status}
          onConnection={places.toSettings}
          onRecord={places.showRecord}
          onAskIfGone={props.onAskIfGone}
          isBesideState
        />
      }
      onRecord={places.showRecord}
      onDecisions={places.status.onDecisions}
      onGone={places.showGone}
      onConnection={places.toSettings}
    />
  );
}
