import type { ContentReader } from '../../content/content-reader.ts'
import {
  type RegionMatrix,
  type RegionOrder,
  viewRegionMatrix,
} from '../information-support/region-matrix.ts'
import type { Link, PageMeta } from '../page-meta.ts'
import { listOrders } from './region-view.ts'

/** The table of a region's information support in one order. */
export interface RegionSupportView {
  readonly page: PageMeta
  readonly name: string
  /** Where the tables are, when there are too many organisations for one. */
  readonly municipalities: readonly Link[]
  readonly matrix: RegionMatrix
  readonly orders: readonly (Link & { readonly current: boolean })[]
}

const titles: Record<RegionOrder, string> = {
  name: 'Информационная поддержка',
  share: 'Информационная поддержка по доле освещённого',
  date: 'Информационная поддержка по дате публикации',
}

/**
 * The table of a region in one order; null when there is no region at this address. A region with very many
 * organisations has a table for each municipality and here only the organisations that are in none.
 */
export function viewRegionSupport(
  content: ContentReader,
  slug: string,
  order: RegionOrder,
): RegionSupportView | null {
  const region = content.link(content.findId('region', slug))
  if (region === null) return null
  const inRegion = `region/${region._id}`
  const isLong = content.isLong('organization', inRegion)
  if (isLong && order !== 'name') return null
  const url = `/regiony/${slug}/`
  const orders = listOrders(url, order)
  const organizations = content.list('organization', inRegion)
  return {
    page: {
      title: `${titles[order]}: ${region.name}`,
      description: `Что организации региона рассказали о своих дорожных картах: этап за этапом, ${region.name}.`,
      path: orders.find(({ current }) => current)?.url ?? url,
      crumbs: [
        { title: 'Регионы', url: '/regiony/' },
        { title: region.name, url },
      ],
      updated: null,
    },
    name: region.name,
    municipalities: isLong
      ? content
          .list('municipality', inRegion)
          .map((place) => ({ title: place.name, url: `${url}${place.slug}/` }))
      : [],
    matrix: viewRegionMatrix(
      isLong ? organizations.filter(({ municipality }) => municipality === null) : organizations,
      content,
      order,
    ),
    orders: isLong ? [] : orders,
  }
}
