import type { accountQuestion as english } from '../en/account-question.ts';
import type { Translation } from '../message.ts';

export const accountQuestion: Translation<typeof english> = {
  title: 'Gehört dieses Token zum selben Konto?',
  unreadable:
    'Auf diesem Laptop sind Datensätze dieses Dienstes, die gerade nicht gelesen werden können. Der Dienst sagt nicht, wem ein Token gehört. Bisher wurde nichts geändert.',
  records:
    'Auf diesem Laptop {records, plural, one {ist schon # Datensatz} other {sind schon # Datensätze}} dieses Dienstes. Der Dienst sagt nicht, wem ein Token gehört. Bisher wurde nichts geändert.',
  recordsAndChanges:
    'Auf diesem Laptop {records, plural, one {ist schon # Datensatz} other {sind schon # Datensätze}} dieses Dienstes und {unsent, plural, one {# nicht gesendete Änderung} other {# nicht gesendete Änderungen}}. Der Dienst sagt nicht, wem ein Token gehört. Bisher wurde nichts geändert.',
  same: 'Dasselbe Konto',
  sameMeans:
    '{unsent, plural, =0 {Mit diesen Datensätzen weiterarbeiten.} one {Mit diesen Datensätzen weiterarbeiten. Ihre # nicht gesendete Änderung wird mit diesem Token gesendet.} other {Mit diesen Datensätzen weiterarbeiten. Ihre # nicht gesendeten Änderungen werden mit diesem Token gesendet.}}',
  another: 'Ein anderes Konto',
  anotherMeans:
    '{unsent, plural, =0 {Es bekommt eine eigene Kopie. Die Datensätze des ersten Kontos bleiben hier für dieses liegen.} one {Es bekommt eine eigene Kopie. Die # nicht gesendete Änderung bleibt hier und wartet auf das erste Konto.} other {Es bekommt eine eigene Kopie. Die # nicht gesendeten Änderungen bleiben hier und warten auf das erste Konto.}}',
};
