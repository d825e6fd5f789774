/** Why a back-up was made. */
export const backUpReasons = {
  daily: 'Every day',
  person: 'By you',
  'before-update': 'Before an update',
  'before-restore': 'Before a restore',
} as const;
