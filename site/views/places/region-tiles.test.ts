import { expect, test } from 'vitest'
import { REGION_TILES, TILE_COLUMNS, TILE_ROWS } from './region-tiles.ts'

test('every region of the country has a tile of its own inside the map', () => {
  expect(REGION_TILES.size).toBe(89)
  const places = new Set([...REGION_TILES.values()].map(({ column, row }) => `${column}/${row}`))
  expect(places.size).toBe(89)
  for (const { column, row } of REGION_TILES.values()) {
    expect(column).toBeLessThan(TILE_COLUMNS)
    expect(row).toBeLessThan(TILE_ROWS)
  }
})

test.each([
  ['Калининград is the westernmost', '39', { column: 0 }],
  ['Чукотка is in the north-east', '87', { column: 17, row: 0 }],
])('%s', (_, code, place) => {
  expect(REGION_TILES.get(code)).toMatchObject(place)
})
