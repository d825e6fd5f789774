import type { app as english } from '../en/app.ts';
import type { Translation } from '../message.ts';

export const app: Translation<typeof english> = {
  account: '{host} (Konto {number, number})',
  notStarted: 'Key Accounts konnte nicht starten',
  keepsFailing: 'Das Fenster von Key Accounts stürzt immer wieder ab',
  keepsFailingMeans:
    'Was Sie gespeichert haben, ist auf diesem Laptop. Was geschehen ist, steht im Protokoll bei Ihren Daten.',
  openAgain: 'Noch einmal öffnen',
  quit: 'Beenden',
  logIsIn: '{detail}\n\nDas Protokoll liegt in {folder}.',
};
