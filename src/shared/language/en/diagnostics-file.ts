/** The diagnostics that are looked at and saved for a support person. */
export const diagnosticsFile = {
  title: 'Save diagnostics',
  text: 'This is exactly what is saved, and nothing else. It has versions, counts, the last rounds and the end of the log. It has no names, no e-mail addresses and no sign-in token.',
  content: 'What is saved',
  gathering: 'Gathering the diagnostics…',
  save: 'Save…',
} as const;
