import type { times as english } from '../en/times.ts';
import type { Translation } from '../message.ts';

export const times: Translation<typeof english> = {
  yesterdayAlone: 'Gestern',
  longToday: 'Heute, {clock}',
  longYesterday: 'Gestern, {clock}',
  longDay: '{day}, {clock}',
  today: 'heute {clock}',
  yesterday: 'gestern {clock}',
  onDay: 'am {day} um {clock}',
  now: 'jetzt',
  inSeconds: 'in {count, number} s',
  inMinutes: 'in {count, number} min',
  inHours: 'in {count, number} Std.',
};
