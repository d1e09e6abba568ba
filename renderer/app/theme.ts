import {
  createTheme,
  type CSSVariablesResolver,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
} from '@mantine/core'

/** The school's accent, lightest to darkest; purple unless a school chooses its own. */
const accent: MantineColorsTuple = [
  '#f3f0ff',
  '#e5dffb',
  '#cbbdf4',
  '#b09aee',
  '#9775fa',
  '#7c52e4',
  '#6741d9',
  '#5a36c2',
  '#4d2da8',
  '#3f238c',
]

/** Three text sizes in a window and one for its title: 12, 14, 16 and 22 px. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 4 },
  autoContrast: true,
  // The library judges the contrast by the light scheme's shade alone; ours is right in both (tokens.css).
  variantColorResolver: (input) => {
    const colours = defaultVariantColorsResolver(input)
    const isAccent = input.variant === 'filled' && (input.color === undefined || input.color === 'accent')
    return isAccent ? { ...colours, color: 'var(--on-accent)' } : colours
  },
  colors: { accent },
  fontFamily: 'Inter, "Segoe UI", system-ui, sans-serif',
  headings: { fontFamily: 'Inter, "Segoe UI", system-ui, sans-serif', fontWeight: '650' },
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '22px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '10px', xl: '16px' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
})

/** The library's own colours follow ours (tokens.css), so there is one place for each. */
export const cssVariablesResolver: CSSVariablesResolver = () => {
  const both = {
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-error': 'var(--bad)',
    '--mantine-color-dimmed': 'var(--quiet)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--canvas)',
    '--mantine-color-disabled': 'var(--disabled)',
    '--mantine-color-disabled-color': 'var(--quiet)',
    '--mantine-color-disabled-border': 'var(--line)',
  }
  // What fields and buttons of the library are filled with in the dark.
  return { variables: {}, light: both, dark: { ...both, '--mantine-color-dark-6': 'var(--surface)' } }
}
