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
  readonly matrix: RegionMatrix
  readonly orders: readonly (Link & { readonly current: boolean })[]
}

const titles: Record<RegionOrder, string> = {
  name: 'Информационная поддержка',
  share: 'Информационная поддержка по доле освещённого',
  date: 'Информационная поддержка по дате публикации',
}

/** The table of a region in one order; null when there is no region at this address. */
export function viewRegionSupport(
  content: ContentReader,
  slug: string,
  order: RegionOrder,
): RegionSupportView | null {
  const region = content.link(content.findId('region', slug))
  if (region === null) return null
  const url = `/regiony/${slug}/`
  const orders = listOrders(url, order)
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
    matrix: viewRegionMatrix(content.list('organization', `region/${region._id}`), content, order),
    orders,
  }
}
