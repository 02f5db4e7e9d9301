import type { Practice } from '#content/generated/types.ts'
import { formatDate } from '#content/text/dates.ts'
import { bindWords } from '#content/text/typography.ts'
import { CRITERIA } from '#content/vocabulary/criteria.ts'
import { EVIDENCE_LEVELS } from '#content/vocabulary/evidence-levels.ts'
import { FORMS } from '#content/vocabulary/forms.ts'
import { KINDS } from '#content/vocabulary/kinds.ts'
import { PRACTICE_AUDIENCES } from '#content/vocabulary/practice-audiences.ts'
import { ROLE_MODELS } from '#content/vocabulary/role-models.ts'
import { STAGES } from '#content/vocabulary/stages.ts'
import type { PracticeCard } from '../../content/cards.ts'
import type { ContentReader } from '../../content/content-reader.ts'
import { setName } from '../../typography/set-name.ts'
import { setTitle } from '../../typography/set-title.ts'
import { typeset } from '../../typography/typeset.ts'
import { type FileLink, listFiles } from '../content-blocks/file-link.ts'
import { findSharedPicture, type Picture, viewPicture } from '../content-blocks/picture.ts'
import { type RichTextView, viewRichText } from '../content-blocks/rich-text.ts'
import { linkTo } from '../document-link.ts'
import type { Link, PageMeta } from '../page-meta.ts'
import { shorten } from '../shorten.ts'
import { describeLicence, describeTermsOfUse, type TermsOfUse } from '../terms-of-use.ts'
import { type PracticeEntry, viewPracticeEntry } from './practice-entries.ts'

/** Everything the card of a practice shows. */
export interface PracticeView {
  readonly page: PageMeta
  readonly title: string
  readonly problem: string
  readonly goal: string
  readonly tasks: readonly string[]
  /** «Для школы; учитель – учитель»: short facts with their names. */
  readonly facts: readonly Fact[]
  readonly steps: readonly { readonly title: string; readonly text: string }[]
  readonly before: string
  readonly after: string
  readonly resources: readonly string[]
  readonly conditions: string
  readonly files: readonly FileLink[]
  readonly materials: readonly Link[]
  readonly organization: Link | null
  readonly authors: readonly string[]
  readonly evidence: Evidence | null
  readonly checkedAt: string
  readonly picture: Picture | null
  readonly body: RichTextView
  readonly review: readonly { readonly criterion: string; readonly score: number }[]
  readonly awards: readonly string[]
  readonly terms: TermsOfUse
  readonly collections: readonly Link[]
  readonly related: readonly PracticeEntry[]
}

export interface Fact {
  readonly name: string
  readonly values: readonly (Link | { readonly title: string })[]
}

/** Titles as the items of one sentence: only the first begins with a capital letter. */
export function listTitles(titles: readonly string[]): { title: string }[] {
  return titles.map((title, index) => ({ title: index === 0 ? title : title.toLowerCase() }))
}

/** How well a result is proven: `step` of `steps`. */
export interface Evidence {
  readonly title: string
  readonly step: number
  readonly steps: number
}

const MAX_RELATED = 4

/** The card of a practice; null when there is none at this address. */
export function viewPractice(content: ContentReader, slug: string): PracticeView | null {
  const practice = content.find('practice', slug)
  if (practice === null) return null
  const organization = linkTo(practice.organization._ref, content)
  const authors = listAuthors(practice, content)
  const title = typeset(practice.title)
  const terms = describeTermsOfUse({
    title: practice.title,
    authors,
    publisher: organization?.title ?? '',
    year: (practice.checkedAt ?? practice._updatedAt).slice(0, 4),
    address: `${content.origin}/praktiki/${slug}/`,
    licence: practice.licence,
  })
  return {
    page: describePage(practice, { title, organization, authors, terms }, content),
    title,
    problem: typeset(practice.problem ?? ''),
    goal: typeset(practice.goal ?? ''),
    tasks: (practice.tasks ?? []).map(typeset),
    facts: listFacts(practice),
    steps: (practice.steps ?? []).map((step) => ({
      title: typeset(step.title),
      text: typeset(step.text ?? ''),
    })),
    before: typeset(practice.resultsBefore ?? ''),
    after: typeset(practice.resultsAfter ?? ''),
    resources: (practice.resources ?? []).map(typeset),
    conditions: typeset(practice.conditions ?? ''),
    files: listFiles(practice.files, content),
    materials: (practice.materials ?? []).flatMap(({ _ref }) => linkTo(_ref, content) ?? []),
    organization,
    authors,
    evidence: viewEvidence(practice),
    checkedAt: practice.checkedAt === undefined ? '' : formatDate(practice.checkedAt),
    picture: viewPicture(practice.image),
    body: viewRichText(practice.body, content, 3),
    review: (practice.review ?? []).map(({ criterion, score }) => ({
      criterion: setTitle(CRITERIA, criterion),
      score,
    })),
    awards: (practice.awards ?? []).map(typeset),
    terms,
    collections: content.list('collection', `item/${practice._id}`).map(({ title: name, url }) => ({
      title: typeset(name),
      url,
    })),
    related: listRelated(practice, content),
  }
}

function describePage(
  practice: Practice,
  { title, organization, authors, terms }: Pick<PracticeView, 'title' | 'organization' | 'authors' | 'terms'>,
  content: ContentReader,
): PageMeta {
  const region = content.link(content.link(practice.organization._ref)?.region?._ref)
  return {
    title,
    description: shorten(practice.problem ?? '', 200),
    path: `/praktiki/${practice.slug.current}/`,
    picture: findSharedPicture(practice.image),
    crumbs: [
      { title: 'Практики', url: '/praktiki/' },
      { title: capitalise(setTitle(FORMS, practice.form)), url: `/praktiki/forma/${practice.form}/` },
    ],
    updated: practice._updatedAt.slice(0, 10),
    structured: {
      '@type': 'LearningResource',
      name: practice.title,
      description: practice.problem,
      learningResourceType: 'Практика наставничества',
      author: authors.map((name) => ({ '@type': 'Person', name })),
      ...(organization && { publisher: { '@type': 'EducationalOrganization', name: organization.title } }),
      dateModified: practice._updatedAt.slice(0, 10),
      ...describeLicence(terms),
    },
    search: {
      kind: 'practice',
      form: practice.form,
      stages: practice.stages ?? [],
      levels: practice.audience ?? [],
      region: region?.slug?.current ?? null,
    },
  }
}

function listFacts({ audience, form, kind, roleModel, stages, subject, time }: Practice): Fact[] {
  const facts: Fact[] = [
    {
      name: 'Для кого',
      values: listTitles((audience ?? []).map((key) => setTitle(PRACTICE_AUDIENCES, key))),
    },
    { name: 'Форма', values: [{ title: setTitle(FORMS, form), url: `/praktiki/forma/${form}/` }] },
    {
      name: 'Вид',
      values: kind === undefined ? [] : [{ title: setTitle(KINDS, kind), url: `/praktiki/vid/${kind}/` }],
    },
    {
      name: 'Ролевая модель',
      values: roleModel === undefined ? [] : [{ title: setTitle(ROLE_MODELS, roleModel) }],
    },
    {
      name: 'Этап',
      values: (stages ?? []).map((key) => ({ title: setTitle(STAGES, key), url: `/praktiki/etap/${key}/` })),
    },
    { name: 'Предмет', values: subject === undefined ? [] : [{ title: subject }] },
    { name: 'Время', values: time === undefined ? [] : [{ title: bindWords(time) }] },
  ]
  return facts.filter(({ values }) => values.length > 0)
}

/** Names that may be published, then the positions of the others. */
function listAuthors(practice: Practice, content: ContentReader): string[] {
  const names = (practice.authors ?? []).flatMap(({ _ref }) => content.get('person', _ref)?.name ?? [])
  return [...names.map(setName), ...(practice.authorPositions ?? []).map(bindWords)]
}

function viewEvidence({ evidence }: Practice): Evidence | null {
  const step = EVIDENCE_LEVELS.findIndex(({ key }) => key === evidence)
  if (step < 0) return null
  return { title: setTitle(EVIDENCE_LEVELS, evidence), step: step + 1, steps: EVIDENCE_LEVELS.length }
}

/** Practices of the same form, those of a common stage first. */
function listRelated(practice: Practice, content: ContentReader): PracticeEntry[] {
  const stages: readonly string[] = practice.stages ?? []
  const near: PracticeCard[] = []
  const others: PracticeCard[] = []
  for (const card of content.neighbours('practice', `form/${practice.form}`, practice._id)) {
    if (near.length === MAX_RELATED) break
    if (card.id === practice._id) continue
    if (card.stages.some((stage) => stages.includes(stage))) near.push(card)
    else if (others.length < MAX_RELATED) others.push(card)
  }
  return [...near, ...others].slice(0, MAX_RELATED).map((card) => viewPracticeEntry(card, content))
}

function capitalise(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
