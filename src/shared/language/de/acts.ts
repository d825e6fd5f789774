import type { acts as english } from '../en/acts.ts';
import type { Translation } from '../message.ts';

export const acts: Translation<typeof english> = {
  edit: 'Änderung an {name}',
  create: 'Neuer Key Account {name}',
  decide: 'Entscheidung zu {name}',
  decided: 'Entscheidungen über {count, plural, one {# Datensatz} other {# Datensätze}}',
  restore: 'Frühere Werte von {name}',
  discard: 'Verworfene Änderungen an {name}',
  keep: '{name} auf diesem Laptop behalten',
  hide: '{name} aus der Liste genommen',
  'put-back': '{name} in die Liste zurückgeholt',
  'create-again': '{name} neu angelegt',
  'keep-apart': '{name} ist keiner der anderen',
  join: '{name} ist derselbe wie ein anderer Datensatz',
  'tell-apart': '{name} ist nicht dieselbe Person wie ein anderer Datensatz',
  overwrite: 'Ihre Werte über dem Stand von {name} auf dem Server',
  bulkEdit: '{count, plural, one {# Key Account} other {# Key Accounts}} geändert',
  import: '{count, plural, one {# Key Account} other {# Key Accounts}} importiert',
  discarded: 'Verworfene Änderungen an {count, plural, one {# Datensatz} other {# Datensätzen}}',
  noName: 'ohne Namen',
  undone: 'Rückgängig gemacht: {text}',
  redone: 'Wiederholt: {text}',
  undonePartly:
    'Rückgängig gemacht: {text}. {left, plural, one {# Datensatz wurde seither geändert und bleibt, wie er ist.} other {# Datensätze wurden seither geändert und bleiben, wie sie sind.}}',
  redonePartly:
    'Wiederholt: {text}. {left, plural, one {# Datensatz wurde seither geändert und bleibt, wie er ist.} other {# Datensätze wurden seither geändert und bleiben, wie sie sind.}}',
  changed: 'Nicht rückgängig gemacht: {text}. Es wurde seither geändert und bleibt, wie es ist.',
  sent: 'Nicht rückgängig gemacht: {text}. Es ist vielleicht schon auf dem Server.',
  joined:
    'Nicht rückgängig gemacht: {text}. Beide sind jetzt ein Datensatz und lassen sich nicht wieder trennen.',
  notRedone: 'Nicht wiederholt: {text}. Es wurde seither geändert und bleibt, wie es ist.',
  undo: 'Rückgängig',
  redo: 'Wiederholen',
};
