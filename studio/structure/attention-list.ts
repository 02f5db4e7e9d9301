import { ErrorOutlineIcon } from '@sanity/icons/ErrorOutline'
import type { ListItemBuilder, StructureBuilder } from 'sanity/structure'
import {
  expiredConsentsFilter,
  outdatedMaterialsFilter,
  roadmapsWithoutResponsibleFilter,
  roadmapsWithWarningsFilter,
  uncheckedPracticesFilter,
} from '#content/queries/attention.ts'
import { iconOf } from '../appearance/type-icons.ts'
import { API_VERSION } from '../config/api-version.ts'

const YEARS_BETWEEN_CHECKS = 2

const REASONS = [
  {
    id: 'warnings',
    title: 'Карты: проверить после загрузки',
    type: 'roadmap',
    filter: roadmapsWithWarningsFilter,
  },
  {
    id: 'no-responsible',
    title: 'Карты: нет ответственных',
    type: 'roadmap',
    filter: roadmapsWithoutResponsibleFilter,
  },
  {
    id: 'consents',
    title: 'Люди: согласие не действует',
    type: 'person',
    filter: expiredConsentsFilter,
  },
  {
    id: 'unchecked',
    title: 'Практики: давно не проверяли',
    type: 'practice',
    filter: uncheckedPracticesFilter,
  },
  {
    id: 'outdated',
    title: 'Материалы: закон изменился',
    type: 'material',
    filter: outdatedMaterialsFilter,
  },
] as const

/** «Требует внимания»: documents that somebody must look at, by reason, as of `today` (ISO date). */
export function attentionItem(S: StructureBuilder, today: string): ListItemBuilder {
  const params = { today, checkedBefore: yearsBefore(today, YEARS_BETWEEN_CHECKS) }
  const reasons = REASONS.map(({ id, title, type, filter }) =>
    S.listItem()
      .id(id)
      .title(title)
      .icon(iconOf(type))
      .child(
        S.documentList()
          .id(id)
          .title(title)
          .schemaType(type)
          .apiVersion(API_VERSION)
          .filter(filter)
          .params(params)
          .initialValueTemplates([]),
      ),
  )
  return S.listItem()
    .id('attention')
    .title('Требует внимания')
    .icon(ErrorOutlineIcon)
    .child(S.list().id('attention').title('Требует внимания').items(reasons))
}

/** The same day that many years earlier: `2026-11-21` → `2024-11-21`. */
export function yearsBefore(date: string, years: number): string {
  const year = Number(date.slice(0, 4)) - years
  return `${String(year).padStart(4, '0')}${date.slice(4)}`
}
