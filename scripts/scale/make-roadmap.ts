import { STAGES } from '#content/vocabulary/stages.ts'
import { addDays, refer, referAll, richText, slugOf } from './make-document.ts'
import type { ScaleDocument } from './make-document.ts'
import { ACTIVITIES, COVERAGE_TITLES, ROLES, SENTENCES } from './phrases.ts'
import type { Random } from './random.ts'

const MONTHS = 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' ')
const CHANNELS = ['site', 'site', 'site', 'vk', 'vk', 'telegram', 'municipal', 'ok', 'media'] as const
const TODAY = '2026-11-15'

/** Whose roadmap it is. */
export interface RoadmapOwner {
  /** Slug of the school. */
  slug: string
  name: string
  /** Ids of people of the school. */
  people: readonly string[]
}

/** A roadmap of 7–25 rows in the seven stages of the official form. */
export function makeRoadmap(random: Random, owner: RoadmapOwner, year: number): ScaleDocument {
  const rows = random.between(7, 25)
  const perStage = Math.ceil(rows / STAGES.length)
  let left = rows
  const stages = STAGES.map(({ key, title }, place) => {
    const texts = random.some(ACTIVITIES[key] ?? [], Math.min(left, perStage + random.between(0, 1)))
    left -= texts.length
    return {
      _key: `s${place + 1}`,
      _type: 'stage',
      number: String(place + 1),
      title,
      canonical: [key],
      activities: texts.map((text, row) =>
        makeActivity(random, owner, { text, stage: place + 1, row: row + 1, year }),
      ),
    }
  }).filter(({ activities }) => activities.length > 0)
  const slug = `${year}-${year + 1}`
  return {
    _id: `roadmap-${owner.slug}-${slug}`,
    _type: 'roadmap',
    _createdAt: `${year}-08-25T09:00:00Z`,
    title: `Дорожная карта по реализации Положения о системе наставничества, ${owner.name}, на ${year}–${year + 1} учебный год`,
    slug: slugOf(slug),
    organization: refer(`organization-${owner.slug}`),
    level: 'school',
    model: random.chance(0.7) ? 'teachers' : 'target',
    period: { _type: 'period', start: `${year}-09-01`, end: `${year + 1}-08-31` },
    columns: ['stage', 'activity', 'deadline', 'responsible'].map((role, place) => ({
      _key: `c${place + 1}`,
      _type: 'roadmapColumn',
      role,
      heading: ['Этап', 'Мероприятия', 'Сроки', 'Ответственные'][place],
    })),
    stages,
  }
}

interface Row {
  text: string
  stage: number
  row: number
  year: number
}

function makeActivity(random: Random, owner: RoadmapOwner, { text, stage, row, year }: Row) {
  const key = `s${stage}a${row}`
  const month = (8 + stage + random.between(-1, 1) + 12) % 12
  const deadline = makeDeadline(random, month, month >= 8 ? year : year + 1)
  const person = random.chance(0.45) ? random.pick(owner.people) : undefined
  const role = random.pick(ROLES)
  const end = 'end' in deadline ? deadline.end : undefined
  const done = end !== undefined && end < TODAY && random.chance(0.8)
  return {
    _key: key,
    _type: 'activity',
    number: `${stage}.${row}`,
    text,
    deadlines: [{ _key: `${key}d1`, _type: 'deadline', ...deadline }],
    responsible: [
      {
        _key: `${key}r1`,
        _type: 'responsible',
        verbatim: role,
        persons: person === undefined ? [] : referAll([person]),
        roles: person === undefined ? [role] : [],
        bodies: [],
      },
    ],
    documents: random.chance(0.25) ? ['приказ'] : [],
    results: random.chance(0.2) ? ['справка по итогам'] : [],
    informationSupport: stage === STAGES.length,
    channels: stage === STAGES.length ? ['site', 'vk'] : [],
    status: done ? 'done' : 'planned',
    ...(done && { doneAt: end }),
  }
}

function makeDeadline(random: Random, month: number, year: number) {
  const first = `${year}-${String(month + 1).padStart(2, '0')}-01`
  const last = new Date(Date.UTC(year, month + 1, 0)).toISOString().slice(0, 10)
  const name = MONTHS[month] ?? ''
  const kind = random.between(0, 9)
  if (kind < 6) return { verbatim: `${name} ${year}`, kind: 'month', start: first, end: last }
  if (kind < 8)
    return {
      verbatim: `до ${addDays(first, 14).split('-').toReversed().join('.')}`,
      kind: 'by-date',
      end: addDays(first, 14),
    }
  if (kind === 8) return { verbatim: 'в течение года', kind: 'year-round' }
  return { verbatim: 'по мере необходимости', kind: 'on-need' }
}

/** What was published about a roadmap: a few items about its first rows. */
export function makeCoverage(
  random: Random,
  roadmap: ScaleDocument,
  owner: RoadmapOwner,
  year: number,
): ScaleDocument[] {
  const count = random.chance(0.45) ? 0 : random.between(1, 3)
  return Array.from({ length: count }, (_, place) => {
    const title = random.pick(COVERAGE_TITLES)
    const date = addDays(`${year}-09-05`, random.between(0, year === 2026 ? 72 : 260))
    const slug = `${owner.slug}-${year}-${place + 1}`
    return {
      _id: `coverage-${slug}`,
      _type: 'coverage',
      _createdAt: `${date}T12:00:00Z`,
      title: `${title}: ${owner.name}`,
      slug: slugOf(slug),
      roadmap: refer(roadmap._id),
      activities: [`s${random.between(1, 4)}a1`, `s${random.between(5, 6)}a1`],
      channel: random.pick(CHANNELS),
      date,
      url: `https://${owner.slug}.example.org/news/${place + 1}`,
      summary: `${random.pick(SENTENCES)} ${random.pick(SENTENCES)}`,
      body: richText(random.some(SENTENCES, 4), []),
    }
  })
}
