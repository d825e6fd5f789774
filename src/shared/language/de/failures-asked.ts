import type { failuresAsked as english } from '../en/failures-asked.ts';
import type { Translation } from '../message.ts';

export const failuresAsked: Translation<typeof english> = {
  unreachable: 'Prüfen Sie Adresse und Netzwerk, und versuchen Sie es dann erneut.',
  timeout: 'Prüfen Sie Adresse und Netzwerk, und versuchen Sie es dann erneut.',
  trouble: 'Warten Sie ein wenig, und versuchen Sie es dann erneut.',
  busy: 'Warten Sie ein wenig, und versuchen Sie es dann erneut.',
  certificate: 'Fragen Sie Ihre Administration nach dem Zertifikat.',
  'too-large': 'Fragen Sie Ihre Administration, ob die Adresse stimmt.',
  'wrong-shape': 'Fragen Sie Ihre Administration, ob die Adresse stimmt.',
  'signed-out':
    'Fügen Sie das Token noch einmal ein, oder lassen Sie sich von Ihrer Administration ein neues geben.',
  forbidden: 'Fragen Sie Ihre Administration, was dieses Token darf.',
  refused: 'Fragen Sie Ihre Administration, ob die Adresse stimmt.',
  gone: 'Fragen Sie Ihre Administration, ob die Adresse stimmt.',
  'cursor-expired': 'Versuchen Sie es erneut.',
  'local-copy': 'Sorgen Sie für Platz auf dem Datenträger, und versuchen Sie es dann erneut.',
};
