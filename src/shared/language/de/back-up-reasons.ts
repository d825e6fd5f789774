import type { backUpReasons as english } from '../en/back-up-reasons.ts';
import type { Translation } from '../message.ts';

export const backUpReasons: Translation<typeof english> = {
  daily: 'Täglich',
  person: 'Von Ihnen',
  'before-update': 'Vor einem Update',
  'before-restore': 'Vor einer Wiederherstellung',
};
