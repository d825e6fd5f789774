import {
  ActionIcon,
  Button,
  Checkbox,
  createTheme,
  Menu,
  Modal,
  Select,
  Switch,
  TextInput,
  Tooltip,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core';
import { tokenOf, tokenVariables, type TokenRole } from './tokens.ts';

const light = (role: TokenRole): string => tokenOf(role, 'light');
const dark = (role: TokenRole): string => tokenOf(role, 'dark');

const accent: MantineColorsTuple = [
  '#EAF0FC',
  '#D3E0F9',
  '#A9C3F4',
  '#8DB2FF',
  '#6F9BF5',
  '#4676E4',
  '#2A5CC9',
  '#3E70DF',
  '#224DAB',
  '#1A3C88',
];

const gray: MantineColorsTuple = [
  light('sunken'),
  light('hover'),
  light('line'),
  light('line-2'),
  '#AAB0BA',
  light('line-strong'),
  light('text-3'),
  light('text-2'),
  '#2F343B',
  light('text'),
];

const darks: MantineColorsTuple = [
  dark('text'),
  dark('text-2'),
  dark('text-3'),
  dark('line-strong'),
  dark('line-2'),
  dark('pressed'),
  dark('raised'),
  dark('surface'),
  dark('sunken'),
  dark('canvas'),
];

const red: MantineColorsTuple = [
  light('attend-tint'),
  light('attend-tint'),
  '#F3A8C0',
  dark('attend-text'),
  dark('attend-solid'),
  dark('attend-solid'),
  light('attend-solid'),
  light('attend-solid'),
  light('attend-text'),
  dark('attend-tint'),
];

const buttonHeights: Readonly<Record<string, string>> = { xs: '24px', sm: '28px', md: '32px' };

const Buttons = Button.extend({
  defaultProps: { size: 'sm', variant: 'default' },
  vars: (_theme, { size }) => ({
    root: { '--button-height': buttonHeights[String(size)] ?? '28px', '--button-padding-x': '10px' },
  }),
});

const inputHeight = { wrapper: { '--input-height': '28px', '--input-size': '28px' } };

/** The theme of every Mantine component: the measures of the design guide. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 7 },
  colors: { accent, gray, dark: darks, red },
  fontFamily: '"Inter Variable","Segoe UI",system-ui,"Noto Sans",sans-serif',
  fontSizes: { xs: '11px', sm: '12px', md: '13px', lg: '15px', xl: '18px' },
  lineHeights: { xs: '16px', sm: '16px', md: '20px', lg: '20px', xl: '24px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  defaultRadius: 'sm',
  cursorType: 'default',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: Buttons,
    ActionIcon: ActionIcon.extend({ defaultProps: { size: 28, variant: 'subtle', color: 'gray' } }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'xs' } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'sm' }, vars: () => inputHeight }),
    Select: Select.extend({
      defaultProps: { size: 'sm', allowDeselect: false, comboboxProps: { withinPortal: false } },
      vars: () => inputHeight,
    }),
    Switch: Switch.extend({ defaultProps: { withThumbIndicator: false } }),
    Menu: Menu.extend({
      defaultProps: {
        shadow: 'none',
        zIndex: 300,
        transitionProps: { duration: 120 },
        returnFocus: true,
        withInitialFocusPlaceholder: false,
        withinPortal: false,
      },
    }),
    // Scroll locking would insert a style element of its own; nothing behind a dialog scrolls anyway.
    Modal: Modal.extend({
      defaultProps: { radius: 'lg', padding: 0, size: 600, centered: true, lockScroll: false, zIndex: 200 },
    }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 500, zIndex: 500, withinPortal: false } }),
  },
});

const mantineVariables = {
  '--mantine-color-body': 'var(--ka-surface)',
  '--mantine-color-text': 'var(--ka-text)',
  '--mantine-color-dimmed': 'var(--ka-text-3)',
  '--mantine-color-placeholder': 'var(--ka-text-3)',
  '--mantine-color-error': 'var(--ka-attend-text)',
  '--mantine-color-default': 'var(--ka-raised)',
  '--mantine-color-default-hover': 'var(--ka-hover)',
  '--mantine-color-default-color': 'var(--ka-text)',
  '--mantine-color-default-border': 'var(--ka-line-2)',
  '--mantine-color-disabled': 'var(--ka-hover)',
  '--mantine-color-disabled-color': 'var(--ka-text-3)',
  '--mantine-color-accent-filled': 'var(--ka-accent)',
  '--mantine-color-accent-filled-hover': 'var(--ka-accent-hover)',
  '--mantine-color-accent-light': 'var(--ka-selected)',
  '--mantine-color-anchor': 'var(--ka-yours-text)',
  '--mantine-primary-color-filled': 'var(--ka-accent)',
  '--mantine-primary-color-filled-hover': 'var(--ka-accent-hover)',
};

/** Puts the tokens and Mantine's own colours on the root element, per colour scheme. */
export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...tokenVariables('light'), ...mantineVariables },
  dark: { ...tokenVariables('dark'), ...mantineVariables },
});
