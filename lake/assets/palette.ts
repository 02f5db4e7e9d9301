/** One colour of a picture, with a text colour that reads on it. */
interface Swatch {
  _type: 'sanity.imagePaletteSwatch'
  background: string
  foreground: '#fff' | '#000'
  /** Alike, kept because the original has both. */
  title: '#fff' | '#000'
  /** Share of the picture in percent, with two decimals. */
  population: number
}

const KINDS = {
  vibrant: { saturation: 1, lightness: 0.5, minSaturation: 0.35, from: 0.3, to: 0.7 },
  lightVibrant: { saturation: 1, lightness: 0.74, minSaturation: 0.35, from: 0.55, to: 1 },
  darkVibrant: { saturation: 1, lightness: 0.26, minSaturation: 0.35, from: 0, to: 0.45 },
  muted: { saturation: 0.3, lightness: 0.5, minSaturation: 0, from: 0.3, to: 0.7 },
  lightMuted: { saturation: 0.3, lightness: 0.74, minSaturation: 0, from: 0.55, to: 1 },
  darkMuted: { saturation: 0.3, lightness: 0.26, minSaturation: 0, from: 0, to: 0.45 },
} as const

type Kind = keyof typeof KINDS

export type Palette = { _type: 'sanity.imagePalette'; dominant: Swatch } & Record<Kind, Swatch>

interface Colour {
  rgb: readonly [number, number, number]
  saturation: number
  lightness: number
  share: number
}

/**
 * The colours that stand for a picture; where it has none of a kind, the nearest it has stands in.
 * @param pixels RGB, three bytes each
 */
export function findPalette(pixels: Uint8Array): Palette {
  const colours = groupColours(pixels)
  const dominant = colours.reduce((best, colour) => (colour.share > best.share ? colour : best))
  const pick = (kind: Kind) => toSwatch(pickColour(colours, kind))
  return {
    _type: 'sanity.imagePalette',
    dominant: toSwatch(dominant),
    vibrant: pick('vibrant'),
    lightVibrant: pick('lightVibrant'),
    darkVibrant: pick('darkVibrant'),
    muted: pick('muted'),
    lightMuted: pick('lightMuted'),
    darkMuted: pick('darkMuted'),
  }
}

/** Means of the pixels that agree in the four high bits of each channel. Never empty. */
function groupColours(pixels: Uint8Array): Colour[] {
  const groups = new Map<number, { sum: [number, number, number]; count: number }>()
  for (let at = 0; at + 2 < pixels.length; at += 3) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(at, at + 3)
    const key = ((red >> 4) << 8) | ((green >> 4) << 4) | (blue >> 4)
    const group = groups.get(key) ?? { sum: [0, 0, 0], count: 0 }
    group.sum = [group.sum[0] + red, group.sum[1] + green, group.sum[2] + blue]
    group.count += 1
    groups.set(key, group)
  }
  const total = Math.max(1, Math.floor(pixels.length / 3))
  const colours = [...groups.values()].map(({ sum, count }) =>
    measure([sum[0] / count, sum[1] / count, sum[2] / count], count / total),
  )
  return colours.length > 0 ? colours : [measure([0, 0, 0], 1)]
}

function measure(rgb: readonly [number, number, number], share: number): Colour {
  const high = Math.max(...rgb) / 255
  const low = Math.min(...rgb) / 255
  const lightness = (high + low) / 2
  const saturation = high === low ? 0 : (high - low) / (1 - Math.abs(2 * lightness - 1))
  return { rgb, share, lightness, saturation }
}

function pickColour(colours: Colour[], kind: Kind): Colour {
  const target = KINDS[kind]
  const fitting = colours.filter(
    ({ saturation, lightness }) =>
      saturation >= target.minSaturation && lightness >= target.from && lightness <= target.to,
  )
  const score = ({ saturation, lightness, share }: Colour) =>
    3 * (1 - Math.abs(saturation - target.saturation)) +
    6.5 * (1 - Math.abs(lightness - target.lightness)) +
    0.5 * share
  const candidates = fitting.length > 0 ? fitting : colours
  return candidates.reduce((best, colour) => (score(colour) > score(best) ? colour : best))
}

function toSwatch({ rgb, share }: Colour): Swatch {
  const [red, green, blue] = rgb
  const foreground = red * 0.299 + green * 0.587 + blue * 0.114 > 150 ? '#000' : '#fff'
  const background = `#${rgb.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`
  const population = Math.round(share * 10_000) / 100
  return { _type: 'sanity.imagePaletteSwatch', background, foreground, title: foreground, population }
}
