import type { densities as english } from '../en/densities.ts';
import type { Translation } from '../message.ts';

export const densities: Translation<typeof english> = {
  compact: 'Eng',
  standard: 'Normal',
  comfortable: 'Weit',
};
