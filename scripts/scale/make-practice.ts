import { EVIDENCE_LEVELS } from '#content/vocabulary/evidence-levels.ts'
import { FORMS } from '#content/vocabulary/forms.ts'
import { KINDS } from '#content/vocabulary/kinds.ts'
import { STAGES } from '#content/vocabulary/stages.ts'
import { MATERIAL_TYPES } from '#content/vocabulary/material-types.ts'
import { addDays, refer, referAll, richText, slugOf } from './make-document.ts'
import type { ScaleDocument } from './make-document.ts'
import {
  MATERIAL_NAMES,
  PRACTICE_NAMES,
  PRACTICE_TURNS,
  PROBLEMS,
  RESOURCES,
  SENTENCES,
  STEPS,
  SUBJECTS,
  TIMES,
} from './phrases.ts'
import type { Random } from './random.ts'

const KEYS = STAGES.map(({ key }) => key).filter((key) => key !== 'info')

/** Whose practice it is and what it may point to. */
export interface PracticeOwner {
  slug: string
  name: string
  people: readonly string[]
  /** Ids of materials. */
  materials: readonly string[]
}

/** A practice of about 400 words. */
export function makePractice(random: Random, owner: PracticeOwner, place: number): ScaleDocument {
  const slug = `praktika-${owner.slug}-${place + 1}`
  const created = addDays('2024-09-01', random.between(0, 800))
  const before = random.between(15, 45)
  return {
    _id: `practice-${slug}`,
    _type: 'practice',
    _createdAt: `${created}T${String(random.between(6, 17)).padStart(2, '0')}:00:00Z`,
    title: `«${random.pick(PRACTICE_NAMES)}»: ${random.pick(PRACTICE_TURNS)}`,
    slug: slugOf(slug),
    organization: refer(`organization-${owner.slug}`),
    authors: referAll(random.some(owner.people, random.between(1, 2))),
    problem: `${random.pick(PROBLEMS)}. ${random.pick(SENTENCES)}`,
    goal: `Сделать так, чтобы ${random.pick(PRACTICE_TURNS)} стало частью обычной недели школы.`,
    tasks: random.some(STEPS, 3).map(([title]) => title),
    audience: ['school', ...(random.chance(0.2) ? ['additional'] : [])],
    ...(random.chance(0.5) && { subject: random.pick(SUBJECTS) }),
    form: random.pick(FORMS).key,
    kind: random.pick(KINDS).key,
    stages: random.some(KEYS, random.between(1, 3)),
    steps: random.some(STEPS, random.between(4, 6)).map(([title, text], step) => ({
      _key: `s${step + 1}`,
      _type: 'step',
      title,
      text: `${text} ${random.pick(SENTENCES)}`,
    })),
    body: richText(
      Array.from({ length: 6 }, () => random.some(SENTENCES, 4).join(' ')),
      ['С чего всё началось', 'Как это устроено'],
    ),
    resources: random.some(RESOURCES, 3),
    time: random.pick(TIMES),
    resultsBefore: `${before} % молодых педагогов оставались в школе дольше двух лет.`,
    resultsAfter: `${before + random.between(15, 45)} % остались; ${random.between(3, 20)} пар продолжили работу.`,
    conditions: random.pick(SENTENCES),
    materials: referAll(random.some(owner.materials, random.between(0, 2))),
    evidence: random.pick(EVIDENCE_LEVELS).key,
    licence: 'cc-by',
    checkedAt: addDays(created, 30),
  }
}

/** A material of a region's institute. */
export function makeMaterial(
  random: Random,
  region: string,
  organization: string,
  place: number,
): ScaleDocument {
  const slug = `material-${region}-${place + 1}`
  return {
    _id: `material-${slug}`,
    _type: 'material',
    _createdAt: '2025-08-20T09:00:00Z',
    title: `${random.pick(MATERIAL_NAMES)} (${random.pick(SUBJECTS)}, выпуск ${place + 1})`,
    slug: slugOf(slug),
    type: random.pick(MATERIAL_TYPES).key,
    audience: random.some(['mentor', 'mentee', 'curator', 'head'], 2),
    stages: random.some(KEYS, 2),
    summary: `${random.pick(SENTENCES)} ${random.pick(SENTENCES)}`,
    licence: 'cc-by',
    body: richText(
      Array.from({ length: 3 }, () => random.some(SENTENCES, 3).join(' ')),
      ['Как пользоваться'],
    ),
    version: '1',
    validFrom: '2025-09-01',
    organization: refer(organization),
  }
}
