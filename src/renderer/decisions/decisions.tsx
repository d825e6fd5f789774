import type { ReactElement } from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import type { Layout } from '../ui/use-layout.ts';

export function Decisions(_props: {
  readonly openId: RecordId | undefined;
  readonly layout: Layout;
  readonly kept: number;
  readonly onOpen: (id: RecordId | undefined) => void;
  readonly onShowRecord: (id: RecordId) => void;
}): ReactElement {
  return <div />;
}
