import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import subsetFont from 'subset-font'

const PACKAGE = '@fontsource-variable/golos-text/files'

/** The weights that styles name. */
const WEIGHTS = { min: 400, max: 700 }

/** Parts of the typeface, and what of each is kept. */
const PARTS = {
  cyrillic: {
    file: 'golos-text-cyrillic-wght-normal.woff2',
    ranges: [[0x301], [0x401], [0x410, 0x44f], [0x451], [0x2116]],
  },
  latin: {
    file: 'golos-text-latin-wght-normal.woff2',
    ranges: [
      [0x20, 0x7e],
      [0xa0],
      [0xa7],
      [0xa9],
      [0xab],
      [0xb0, 0xb1],
      [0xb7],
      [0xbb],
      [0xd7],
      [0x2000, 0x2026],
      [0x202f],
      [0x20ac],
      [0x2122],
      [0x2190, 0x2193],
      [0x2212],
    ],
  },
} as const satisfies Record<string, Part>

interface Part {
  file: string
  /** First and last code points. */
  ranges: readonly (readonly [number, number?])[]
}

/**
 * Cuts the typeface to the letters, signs and weights that pages show: as it comes it would be most of what a page
 * loads. Other letters are shown in the typeface that stands in.
 *
 * @param cacheDir folder for the files; what is there already is left as it is
 * @returns the folder of `golos-text-cyrillic.woff2` and `golos-text-latin.woff2`
 */
export async function subsetFonts(cacheDir: string): Promise<string> {
  const parts = await Promise.all(Object.entries(PARTS).map(readPart))
  const digest = createHash('sha256').update(JSON.stringify(WEIGHTS))
  for (const { font, text } of parts) digest.update(font).update(text)
  const folder = resolve(cacheDir, digest.digest('hex').slice(0, 16))
  await mkdir(folder, { recursive: true })
  await Promise.all(parts.map((part) => writePart(part, folder)))
  return folder
}

async function readPart([name, { file, ranges }]: [string, Part]) {
  const font = await readFile(createRequire(import.meta.url).resolve(`${PACKAGE}/${file}`))
  return { name, font, text: ranges.map(lettersOf).join('') }
}

async function writePart(
  { name, font, text }: Awaited<ReturnType<typeof readPart>>,
  folder: string,
): Promise<void> {
  const target = join(folder, `golos-text-${name}.woff2`)
  if (existsSync(target)) return
  const cut = await subsetFont(font, text, { targetFormat: 'woff2', variationAxes: { wght: WEIGHTS } })
  const temporary = `${target}.${process.pid}.tmp`
  await writeFile(temporary, cut)
  await rename(temporary, target)
}

function lettersOf([first, last = first]: readonly [number, number?]): string {
  return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, place) => first + place))
}
