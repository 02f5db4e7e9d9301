import type {
  DocumentListBuilder,
  ListItemBuilder,
  StructureBuilder,
  StructureResolver,
} from 'sanity/structure'
import { SITE_SETTINGS_ID } from '#content/documents/site-settings.ts'
import { iconOf } from '../appearance/type-icons.ts'
import { API_VERSION } from '../config/api-version.ts'
import { attentionItem } from './attention-list.ts'
import { openOrganizations, openRegions } from './owner-lists.ts'

/**
 * What editors see at the left: what needs attention, then content by level (regions, organisations and what is
 * theirs), then the same content by kind, then what belongs to the site as a whole.
 */
export function defineStructure(today: () => string): StructureResolver {
  return (S) =>
    S.list()
      .id('content')
      .title('Содержание')
      .items([
        attentionItem(S, today()),
        S.divider(),
        typeItem(S, 'region', 'Регионы', openRegions),
        typeItem(S, 'organization', 'Организации', openOrganizations),
        S.divider(),
        typeItem(S, 'roadmap', 'Дорожные карты'),
        typeItem(S, 'coverage', 'Публикации'),
        typeItem(S, 'practice', 'Практики'),
        typeItem(S, 'material', 'Материалы'),
        typeItem(S, 'collection', 'Сборники'),
        typeItem(S, 'event', 'События'),
        typeItem(S, 'indicatorReport', 'Показатели'),
        typeItem(S, 'person', 'Люди и согласия'),
        S.divider(),
        typeItem(S, 'legalAct', 'Правовые акты'),
        typeItem(S, 'glossaryTerm', 'Глоссарий'),
        typeItem(S, 'page', 'Страницы'),
        typeItem(S, 'formerAddress', 'Прежние адреса'),
        siteSettingsItem(S),
      ])
}

type Opener = (S: StructureBuilder, list: DocumentListBuilder) => DocumentListBuilder

function typeItem(S: StructureBuilder, type: string, title: string, open?: Opener): ListItemBuilder {
  return S.listItem()
    .id(type)
    .title(title)
    .icon(iconOf(type))
    .child(open === undefined ? S.documentTypeList(type).title(title) : open(S, ownerList(S, type, title)))
}

/**
 * A list whose items open what they own. Links to a document of the type must not lead here, where the document's
 * own form is one step further.
 */
function ownerList(S: StructureBuilder, type: string, title: string): DocumentListBuilder {
  return (
    S.documentList()
      .id(type)
      .title(title)
      .schemaType(type)
      .apiVersion(API_VERSION)
      // Of a filter that reads exactly `_type == $type` the Studio thinks that its items open documents.
      .filter('_type == $owner')
      .params({ owner: type })
      .defaultOrdering([{ field: 'name', direction: 'asc' }])
      .initialValueTemplates([S.initialValueTemplateItem(type)])
      .canHandleIntent(() => false)
  )
}

function siteSettingsItem(S: StructureBuilder): ListItemBuilder {
  const title = 'Настройки сайта'
  return S.listItem()
    .id('siteSettings')
    .title(title)
    .icon(iconOf('siteSettings'))
    .child(S.document().schemaType('siteSettings').documentId(SITE_SETTINGS_ID).title(title))
}
