import type { notifications as english } from '../en/notifications.ts';
import type { Translation } from '../message.ts';

export const notifications: Translation<typeof english> = {
  decisions:
    '{count, plural, one {# Datensatz braucht Ihre Entscheidung} other {# Datensätze brauchen Ihre Entscheidung}}',
  decisionsBody: 'Hier und auf dem Server geändert. Nichts wird überschrieben, bevor Sie entscheiden.',
  signedOut: 'Anmeldung nötig',
  signedOutBody:
    'Der Dienst hat das Anmeldetoken nicht angenommen. Ihre Änderungen bleiben auf diesem Laptop.',
};
