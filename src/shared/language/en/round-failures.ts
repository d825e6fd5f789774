/** Why a round did not reach its end, in a few words. */
export const roundFailures = {
  unreachable: 'No connection',
  timeout: 'No answer in time',
  trouble: 'The service had trouble',
  busy: 'The service asked us to wait',
  certificate: 'The service could not prove who it is',
  redirected: 'The address led elsewhere',
  'not-the-service': 'Something else answered',
  'too-large': 'The answer was too large',
  'wrong-shape': 'The answer was not understood',
  'signed-out': 'Sign-in needed',
  forbidden: 'Not allowed',
  refused: 'Refused',
  stale: 'Changed meanwhile',
  gone: 'Not there',
  'local-copy': 'The local copy could not be written',
  'cursor-expired': 'Away for long, compared anew',
} as const;
