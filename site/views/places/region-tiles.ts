/** Place of a region on the tile map: column from the west and row from the north, both from 0. */
export interface Tile {
  readonly column: number
  readonly row: number
}

/** Columns and rows of the whole map. */
export const TILE_COLUMNS = 18
export const TILE_ROWS = 11

/**
 * The country as a map of equal tiles, so that a small region is seen as well as a large one. One line is one row from
 * the north, one cell a column from the west: the code of the region there.
 */
const MAP = `
   ·  ·  ·  ·  · 51  · 83  ·  ·  ·  ·  ·  ·  ·  ·  · 87
   ·  ·  · 78 47 10 29  · 11  · 89  ·  ·  · 14  · 49 41
  39  ·  · 60 53 35 44 43 59 66 86 70 24 38  · 28 27 65
   ·  · 67 69 76 37 52 12 18 74 72 54 42 19 03 75 79 25
   · 32 40 77 50 33 21 16 02 45 55 22 04 17  ·  ·  ·  ·
   · 46 57 71 62 13 73 63 56  ·  ·  ·  ·  ·  ·  ·  ·  ·
   · 31 36 48 68 58 64  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
  85 80 81 61 34 30  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
  84  · 23 01 26 08  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
  82  · 09 07 15 06 20 05  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·
  92  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·`

/** Tiles of the 89 regions by their codes. */
export const REGION_TILES: ReadonlyMap<string, Tile> = new Map(
  MAP.trim()
    .split('\n')
    .flatMap((line, row) =>
      line
        .trim()
        .split(/\s+/)
        .map((code, column) => [code, { column, row }] as const)
        .filter(([code]) => code !== '·'),
    ),
)
