import type { alike as english } from '../en/alike.ts';
import type { Translation } from '../message.ts';

export const alike: Translation<typeof english> = {
  title: 'Den gibt es vielleicht schon',
  remote_id: 'gleiche SSO-GUID',
  email: 'gleiche E-Mail',
  name: 'gleicher Name',
  open: 'Öffnen',
  openNamed: 'Öffnen: {name}',
  kept: 'Was Sie eingegeben haben, bleibt erhalten, auch wenn Sie ihn öffnen.',
};
