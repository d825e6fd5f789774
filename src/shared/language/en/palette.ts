/** The command palette. */
export const palette = {
  title: 'Command palette',
  placeholder: 'Find or do…',
  results: 'Results',
  recent: 'Recent',
  screens: 'Screens',
  commands: 'Commands',
  people: 'Key Accounts',
  accounts: 'Marketplace accounts',
  view: 'View: {name}',
  nothing: 'Nothing fits “{query}”.',
  choose: 'choose',
  run: 'run',
  close: 'close',
  forPeople: 'for people',
  forCommands: 'for commands',
} as const;
