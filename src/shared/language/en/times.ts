/** Moments in words, alone and inside a sentence. */
export const times = {
  yesterdayAlone: 'Yesterday',
  longToday: 'Today, {clock}',
  longYesterday: 'Yesterday, {clock}',
  longDay: '{day}, {clock}',
  today: 'today {clock}',
  yesterday: 'yesterday {clock}',
  onDay: 'on {day} at {clock}',
  now: 'now',
  inSeconds: 'in {count, number} s',
  inMinutes: 'in {count, number} min',
  inHours: 'in {count, number} h',
} as const;
