/** SQLite makes A to Z small and leaves all other letters as they are. */
const smallAtoZ = (text: string): string => text.replace(/[A-Z]/gu, (letter) => letter.toLowerCase());

/** The forms in which the index may have an e-mail address that is the same but for its capitals. */
export const addressForms = (email: string): ReadonlySet<string> =>
  new Set([email, email.toLowerCase(), email.toUpperCase()].map(smallAtoZ));
