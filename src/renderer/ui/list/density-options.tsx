import { Menu } from '@mantine/core';
import type { ReactElement } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import type { Settings } from '#shared/model/settings.ts';
import { words } from './list-words.ts';
import { Option } from './menu-option.tsx';

const densityWords = wordsOf('densities');

const densities = ['compact', 'standard', 'comfortable'] as const;

/** How high the rows of the lists are, and how that is changed. */
export type Density = {
  readonly density: Settings['density'];
  readonly onDensity: (density: Settings['density']) => void;
};

/** The part of a menu that sets how high the rows are. */
export const DensityOptions = ({ density, onDensity }: Density): ReactElement => (
  <>
    <Menu.Label>{words.density}</Menu.Label>
    {densities.map((value) => (
      <Option
        key={value}
        value={value}
        label={densityWords[value]}
        isOn={value === density}
        onChoose={() => {
          onDensity(value);
        }}
      />
    ))}
  </>
);
