type Pair = readonly [light: string, dark: string];

// The table of the design guide, as it stands there: role → light, dark.
const colours = {
  canvas: ['#F4F5F7', '#151719'],
  surface: ['#FFFFFF', '#1B1D20'],
  sunken: ['#F8F9FA', '#181A1D'],
  raised: ['#FFFFFF', '#25282C'],
  hover: ['#F1F3F5', '#23262A'],
  pressed: ['#E4E7EB', '#2E3237'],
  selected: ['#EAF0FC', '#1E2A42'],
  line: ['#E5E8EC', '#2B2F34'],
  'line-2': ['#CBD0D8', '#40464D'],
  'line-strong': ['#828995', '#727A86'],
  text: ['#1B1E23', '#ECEEF1'],
  'text-2': ['#474D57', '#B7BDC6'],
  'text-3': ['#5F6672', '#989FAA'],
  accent: ['#2A5CC9', '#3E70DF'],
  'accent-hover': ['#224DAB', '#2F5CC4'],
  focus: ['#2A5CC9', '#8DB2FF'],
  'yours-text': ['#224FB0', '#93B6FF'],
  'yours-solid': ['#2A5CC9', '#6F9BF5'],
  'yours-tint': ['#E8EFFC', '#1C2942'],
  'yours-mark': ['#C9DAFA', '#2C4678'],
  'server-text': ['#0A6A64', '#6FD6CA'],
  'server-solid': ['#0D8780', '#4CC0B3'],
  'server-tint': ['#E0F2F0', '#12302D'],
  'server-mark': ['#B5E0DB', '#1B544E'],
  'decide-text': ['#8A5300', '#F5C070'],
  'decide-solid': ['#BF7000', '#EBAE52'],
  'decide-tint': ['#FDF1DC', '#35280F'],
  'attend-text': ['#9E0E45', '#FF86AC'],
  'attend-solid': ['#B5124E', '#EE5D8C'],
  'attend-tint': ['#FCE8EE', '#401A28'],
  hit: ['#FFE8A3', '#5A4A14'],
  scrim: ['rgb(0 0 0 / 32%)', 'rgb(0 0 0 / 56%)'],
  'shadow-menu': [
    '0 0 0 1px rgb(0 0 0 / 8%), 0 4px 16px rgb(0 0 0 / 12%)',
    '0 0 0 1px #40464D, 0 4px 16px rgb(0 0 0 / 50%)',
  ],
  'shadow-dialog': ['0 16px 48px rgb(0 0 0 / 20%)', '0 0 0 1px #40464D, 0 16px 48px rgb(0 0 0 / 60%)'],
} as const satisfies Readonly<Record<string, Pair>>;

/** The name of a colour or shadow of the design guide. */
export type TokenRole = keyof typeof colours;

/** The value of a token in one colour scheme. */
export const tokenOf = (role: TokenRole, scheme: 'light' | 'dark'): string =>
  colours[role][scheme === 'light' ? 0 : 1];

/** All tokens of a colour scheme as `--ka-*` variables. */
export function tokenVariables(scheme: 'light' | 'dark'): Record<string, string> {
  const roles = Object.keys(colours) as TokenRole[];
  return Object.fromEntries(roles.map((role) => [`--ka-${role}`, tokenOf(role, scheme)]));
}
