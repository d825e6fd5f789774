/** What the person can do who asked by hand, so that nothing is tried again by itself. */
export const failuresAsked = {
  unreachable: 'Check the address and the network, then try again.',
  timeout: 'Check the address and the network, then try again.',
  trouble: 'Wait a little, then try again.',
  busy: 'Wait a little, then try again.',
  certificate: 'Ask your administrator about its certificate.',
  'too-large': 'Ask your administrator whether the address is right.',
  'wrong-shape': 'Ask your administrator whether the address is right.',
  'signed-out': 'Paste the token again, or ask your administrator for a new one.',
  forbidden: 'Ask your administrator what this token may do.',
  refused: 'Ask your administrator whether the address is right.',
  gone: 'Ask your administrator whether the address is right.',
  'cursor-expired': 'Try again.',
  'local-copy': 'Make sure there is room on the disk, then try again.',
} as const;
