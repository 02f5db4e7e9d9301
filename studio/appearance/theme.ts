import { hues } from '@sanity/color'
import { buildTheme, type ThemeConfig } from '@sanity/ui/theme'
import type { StudioTheme } from 'sanity'

type Tints = Record<50 | 100 | 200 | 300 | 400 | 500 | 600 | 700 | 800 | 900 | 950, string>

// The site's deep blue for what can be done, in the place of the Studio's own blue.
const DEEP: Tints = {
  50: '#f3f6fb',
  100: '#e8eef8',
  200: '#d3dff2',
  300: '#a4c5f7',
  400: '#5d8acb',
  500: '#1d4b8f',
  600: '#173f7a',
  700: '#113162',
  800: '#0d2549',
  900: '#0a1b36',
  950: '#081428',
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
  blue: DEEP,
  gray: INK,
  black: '#141615',
  white: '#fffefb',
}

/** The Studio's look: paper and ink, the site's deep blue and its typeface; light and dark. */
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
