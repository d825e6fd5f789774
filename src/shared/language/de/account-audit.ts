import type { accountAudit as english } from '../en/account-audit.ts';
import type { Translation } from '../message.ts';

export const accountAudit: Translation<typeof english> = {
  created: 'Angelegt',
  updated: 'Geändert',
  disabled: 'Gesperrt',
  enabled: 'Freigegeben',
  activated: 'Aktiviert',
};
