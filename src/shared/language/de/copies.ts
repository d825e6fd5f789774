import type { copies as english } from '../en/copies.ts';
import type { Translation } from '../message.ts';

export const copies: Translation<typeof english> = {
  others: 'Andere Kopien auf diesem Laptop',
  othersText:
    'Was in einer Kopie wartet, wird nur an den Dienst gesendet, für den es gemacht wurde, solange diese Kopie offen ist.',
  people: '{count, plural, one {# Key Account} other {# Key Accounts}}',
  accounts: '{count, plural, one {# Marketplace-Konto} other {# Marketplace-Konten}}',
  unsent:
    '{count, plural, one {# Änderung ist noch nicht gesendet} other {# Änderungen sind noch nicht gesendet}}',
  unsentElsewhere:
    '{count, plural, one {# Änderung wartet in einer anderen Kopie} other {# Änderungen warten in einer anderen Kopie}}',
  unreadable: 'Was sie enthält, lässt sich gerade nicht lesen',
  open: 'Öffnen',
  openNamed: '{name} öffnen',
};
