import type { missing as english } from '../en/missing.ts';
import type { Translation } from '../message.ts';

export const missing: Translation<typeof english> = {
  card: 'Nicht mehr auf dem Server',
  gone: 'Der Server hat diesen Datensatz nicht mehr.',
  goneSeen: 'Der Server hat diesen Datensatz nicht mehr (gesehen {time}).',
  goneMeans:
    '{unsent, plural, =0 {Hier wurde nichts entfernt. Was soll daraus werden?} one {Hier wurde nichts entfernt. Ihre # nicht gesendete Änderung bleibt hier und wird nicht gesendet. Was soll daraus werden?} other {Hier wurde nichts entfernt. Ihre # nicht gesendeten Änderungen bleiben hier und werden nicht gesendet. Was soll daraus werden?}}',
  keep: 'Auf diesem Laptop behalten',
  keepMeans: 'Er bleibt in Ihrer Liste, nur auf diesem Laptop. Nichts davon wird gesendet.',
  hide: 'Aus der Liste nehmen',
  hideMeans:
    '{unsent, plural, =0 {Er verlässt Ihre Liste. Das Entscheidungsprotokoll führt zu ihm zurück.} one {Er verlässt Ihre Liste mit Ihrer # nicht gesendeten Änderung; nichts davon wird gesendet. Sie finden ihn unter Abgleich.} other {Er verlässt Ihre Liste mit Ihren # nicht gesendeten Änderungen; nichts davon wird gesendet. Sie finden ihn unter Abgleich.}}',
  again: 'Auf dem Server neu anlegen…',
  againMeans: 'Ein neuer Datensatz mit diesen Werten wird gesendet, und alle sehen ihn.',
  kept: 'Nur auf diesem Laptop behalten.',
  keptMeans: 'Der Server hat diesen Datensatz nicht mehr. Nichts davon wird gesendet.',
  hidden: 'Aus der Liste genommen.',
  hiddenMeans:
    'Der Server hat diesen Datensatz nicht mehr. Er bleibt hier, wie er war, und nichts davon wird gesendet.',
  hiddenNow:
    '{unsent, plural, =0 {Aus der Liste genommen} one {Mit Ihrer # nicht gesendeten Änderung aus der Liste genommen} other {Mit Ihren # nicht gesendeten Änderungen aus der Liste genommen}}',
  putBack: 'Zurückholen',
  isKept: 'Nur auf diesem Laptop behalten',
  isBack: 'Er ist wieder in der Liste, wie er war',
  confirmTitle: 'Einen neuen Datensatz für alle anlegen?',
  confirmText:
    'Vielleicht hat jemand diesen mit Absicht entfernt. Ein neuer Datensatz mit seinen Werten wird gesendet, sobald es eine Verbindung gibt, und alle sehen ihn. Der alte verlässt Ihre Liste und bleibt hier, wie er war.',
  confirm: 'Neuen Datensatz anlegen',
  isMadeAgain: 'Daraus wurde ein neuer Datensatz angelegt',
};
