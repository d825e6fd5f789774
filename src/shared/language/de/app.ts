import type { app as english } from '../en/app.ts';
import type { Translation } from '../message.ts';

export const app: Translation<typeof english> = {
  account: '{host} (Konto {number, number})',
  notStarted: 'Key Accounts konnte nicht starten',
  logIsIn: '{detail}\n\nDas Protokoll liegt in {folder}.',
};
