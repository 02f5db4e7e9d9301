import { formatCount } from '#content/text/plurals.ts'
import type { ContentReader } from '../../content/content-reader.ts'
import { REGION_TILES, TILE_COLUMNS, TILE_ROWS, type Tile } from './region-tiles.ts'

/** The regions of the country as equal tiles, shaded by how many organisations take part. */
export interface RegionMapView {
  readonly columns: number
  readonly rows: number
  readonly tiles: readonly RegionTile[]
  /** How many organisations the darkest tile stands for, in words. */
  readonly most: string
}

export interface RegionTile extends Tile {
  readonly code: string
  /** 0 nobody takes part, 4 as many as anywhere. */
  readonly shade: number
  /** null for a region that is not here. */
  readonly link: { readonly url: string; readonly words: string } | null
}

const DARKEST = 4

/** Where the sea is: regions whose code has no place of its own stand there, row after row. */
const FREE = { column: 9, row: 6, columns: 9 }

/** The map of the regions; null when there are none. */
export function viewRegionMap(content: ContentReader): RegionMapView | null {
  const regions = content.list('region', 'all').map(({ id, name, slug }) => ({
    name,
    url: `/regiony/${slug}/`,
    code: content.get('region', id)?.code ?? '',
    count: content.count('organization', `region/${id}`),
  }))
  if (regions.length === 0) return null
  const most = Math.max(...regions.map(({ count }) => count))
  const unplaced = regions.filter(({ code }) => !REGION_TILES.has(code))
  const empty = [...REGION_TILES].filter(([code]) => regions.every((region) => region.code !== code))
  return {
    columns: TILE_COLUMNS,
    rows: TILE_ROWS,
    tiles: [
      ...empty.map(([code, tile]) => ({ ...tile, code, shade: 0, link: null })),
      ...regions.map(({ name, url, code, count }) => ({
        ...(REGION_TILES.get(code) ?? placeFreely(unplaced.findIndex((region) => region.url === url))),
        code,
        shade: most === 0 ? 0 : Math.ceil((DARKEST * count) / most),
        link: { url, words: `${name}: ${countOrganizations(count)}` },
      })),
    ],
    most: countOrganizations(most),
  }
}

function placeFreely(index: number): Tile {
  return { column: FREE.column + (index % FREE.columns), row: FREE.row + Math.floor(index / FREE.columns) }
}

function countOrganizations(count: number): string {
  return formatCount(count, ['организация', 'организации', 'организаций'])
}
