import type { app as english } from '../en/app.ts';
import type { Translation } from '../message.ts';

export const app: Translation<typeof english> = {
  notStarted: 'Key Accounts konnte nicht starten',
  logIsIn: '{detail}\n\nDas Protokoll liegt in {folder}.',
};
