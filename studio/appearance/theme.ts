import { hues } from '@sanity/color'
import { buildTheme, type ThemeConfig } from '@sanity/ui/theme'
import type { StudioTheme } from 'sanity'

type Tints = Record<50 | 100 | 200 | 300 | 400 | 500 | 600 | 700 | 800 | 900 | 950, string>

// Deep blue-green for what can be done, in the place of the Studio's blue.
const DEEP_GREEN: Tints = {
  50: '#f1f7f7',
  100: '#e0eeef',
  200: '#cde3e5',
  300: '#98c3c8',
  400: '#5b9aa3',
  500: '#1f6f7d',
  600: '#0f5a68',
  700: '#0c4653',
  800: '#0a333d',
  900: '#08252d',
  950: '#061a20',
}

// Warm greys from paper to ink.
const INK: Tints = {
  50: '#f6f5f1',
  100: '#eeece6',
  200: '#e2dfd7',
  300: '#bebab0',
  400: '#979389',
  500: '#747169',
  600: '#55534d',
  700: '#3b3a36',
  800: '#292926',
  900: '#1c1d1c',
  950: '#141615',
}

const FAMILY = "'Golos Text', system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif"

const palette: ThemeConfig['palette'] = {
  ...hues,
  blue: DEEP_GREEN,
  gray: INK,
  black: '#141615',
  white: '#fffefb',
}

/** The Studio's look: paper and ink, one deep blue-green, the site's typeface; light and dark. */
export const studioTheme: StudioTheme = buildTheme({ palette, ...withFamily(buildTheme().v2?.font) })

function withFamily(fonts: ThemeConfig['font']): Pick<ThemeConfig, 'font'> {
  if (fonts === undefined) return {}
  return {
    font: {
      ...fonts,
      heading: { ...fonts.heading, family: FAMILY },
      label: { ...fonts.label, family: FAMILY },
      text: { ...fonts.text, family: FAMILY },
    },
  }
}
