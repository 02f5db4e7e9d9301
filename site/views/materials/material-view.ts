import type { Material } from '#content/generated/types.ts'
import { formatDate } from '#content/text/dates.ts'
import { MATERIAL_AUDIENCES } from '#content/vocabulary/material-audiences.ts'
import { MATERIAL_TYPES } from '#content/vocabulary/material-types.ts'
import { STAGES } from '#content/vocabulary/stages.ts'
import { findTitle } from '#content/vocabulary/vocabulary-table.ts'
import { materialCard } from '../../content/cards.ts'
import type { ContentReader } from '../../content/content-reader.ts'
import { setTitle } from '../../typography/set-title.ts'
import { typeset } from '../../typography/typeset.ts'
import { type FileLink, listFiles } from '../content-blocks/file-link.ts'
import { type RichTextView, viewRichText } from '../content-blocks/rich-text.ts'
import { linkTo } from '../document-link.ts'
import type { Link, PageMeta } from '../page-meta.ts'
import { type Fact, listTitles } from '../practices/practice-view.ts'
import { type PracticeEntry, viewPracticeEntry } from '../practices/practice-entries.ts'
import { describeLicence, describeTermsOfUse, type TermsOfUse } from '../terms-of-use.ts'
import { judgeFreshness, type Outdated } from './material-freshness.ts'

/** Everything the page of a material shows. */
export interface MaterialView {
  readonly page: PageMeta
  readonly title: string
  readonly summary: string
  readonly facts: readonly Fact[]
  readonly outdated: Outdated | null
  readonly files: readonly FileLink[]
  readonly body: RichTextView
  readonly legalBasis: readonly Link[]
  readonly organization: Link | null
  readonly terms: TermsOfUse
  readonly practices: readonly PracticeEntry[]
}

/** The page of a material; null when there is none at this address. */
export function viewMaterial(content: ContentReader, slug: string): MaterialView | null {
  const material = content.find('material', slug)
  if (material === null) return null
  const title = typeset(material.title)
  const organization = linkTo(material.organization?._ref, content)
  const terms = describeTermsOfUse({
    title: material.title,
    authors: [],
    publisher: organization?.title ?? '',
    year: (material.validFrom ?? material._updatedAt).slice(0, 4),
    address: `${content.origin}/materialy/${slug}/`,
    licence: material.licence,
  })
  return {
    page: {
      title,
      description: material.summary ?? `${findTitle(MATERIAL_TYPES, material.type)}: ${material.title}`,
      path: `/materialy/${slug}/`,
      crumbs: [{ title: 'Материалы', url: '/materialy/' }],
      updated: material._updatedAt.slice(0, 10),
      structured: {
        '@type': 'LearningResource',
        name: material.title,
        learningResourceType: findTitle(MATERIAL_TYPES, material.type),
        dateModified: material._updatedAt.slice(0, 10),
        ...(organization && { publisher: { '@type': 'EducationalOrganization', name: organization.title } }),
        ...describeLicence(terms),
      },
      search: { kind: 'material', stages: material.stages ?? [] },
    },
    title,
    summary: typeset(material.summary ?? ''),
    facts: listFacts(material),
    outdated: judgeFreshness(materialCard(material), content),
    files: listFiles(material.files, content),
    body: viewRichText(material.body, content),
    legalBasis: (material.legalBasis ?? []).flatMap(({ _ref }) => linkTo(_ref, content) ?? []),
    organization,
    terms,
    practices: content
      .list('practice', `material/${material._id}`)
      .map((card) => viewPracticeEntry(card, content)),
  }
}

function listFacts({ type, audience, stages, version, validFrom, validUntil }: Material): Fact[] {
  const facts: Fact[] = [
    { name: 'Вид', values: [{ title: setTitle(MATERIAL_TYPES, type), url: `/materialy/vid/${type}/` }] },
    { name: 'Кому', values: listTitles((audience ?? []).map((key) => setTitle(MATERIAL_AUDIENCES, key))) },
    {
      name: 'Этап',
      values: (stages ?? []).map((key) => ({
        title: setTitle(STAGES, key),
        url: `/materialy/etap/${key}/`,
      })),
    },
    { name: 'Редакция', values: version === undefined ? [] : [{ title: version }] },
    { name: 'Верен с', values: validFrom === undefined ? [] : [{ title: formatDate(validFrom) }] },
    { name: 'Верен по', values: validUntil === undefined ? [] : [{ title: formatDate(validUntil) }] },
  ]
  return facts.filter(({ values }) => values.length > 0)
}
