import type { Layout } from '../use-layout.ts';
import type { ListState } from './list-state.ts';

/** Whether every filter of a list has room in one line. */
export const hasRoom = (layout: Layout, list: ListState): boolean =>
  layout === 'wide' || (layout === 'rail' && list.open === undefined);
