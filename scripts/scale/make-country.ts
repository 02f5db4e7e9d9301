import { transliterate } from '#content/text/transliterate.ts'
import { refer, referAll, slugOf } from './make-document.ts'
import type { ScaleDocument } from './make-document.ts'
import { makePerson } from './make-people.ts'
import { planPlaces } from './make-places.ts'
import type { Place } from './make-places.ts'
import { makeMaterial, makePractice } from './make-practice.ts'
import { makeCoverage, makeRoadmap } from './make-roadmap.ts'
import { CITIES, SENTENCES } from './phrases.ts'
import { createRandom, randomFor } from './random.ts'
import type { Random } from './random.ts'

/** How large the generated country is. */
export interface CountrySize {
  schools: number
  practices: number
  seed: number
}

const PRACTICES_OF_MATERIAL = 20
const WITH_ROADMAP = 0.9
const WITH_ROADMAP_OF_LAST_YEAR = 0.15
const FIRST_YEAR = 2025
const PRACTICES_OF_COLLECTION = 400
const MOST_COLLECTIONS = 60

/**
 * A country's content, in groups that belong together: a group refers only to itself and to groups before it.
 * The same for the same size and seed.
 */
export function* makeCountry({ schools, practices, seed }: CountrySize): Generator<ScaleDocument[]> {
  const places = planPlaces(schools)
  const materials = places.map(() => 0)
  const wanted = Math.ceil(practices / PRACTICES_OF_MATERIAL)
  for (let place = 0; place < wanted; place += 1) {
    const index = place % places.length
    materials[index] = (materials[index] ?? 0) + 1
  }
  let school = 0
  let given = 0
  const shown: string[] = []
  for (const [index, place] of places.entries()) {
    const random = randomFor(seed, place.slug)
    const own = Array.from({ length: materials[index] ?? 0 }, (_, number) =>
      makeMaterial(random, place.slug, place.instituteId, number),
    )
    yield [...place.documents, ...own]
    const materialIds = own.map(({ _id }) => _id)
    for (let number = 1; number <= place.schools; number += 1) {
      school += 1
      const due = Math.round((practices * school) / schools) - given
      const count = school === schools ? due : Math.min(due, random.between(0, 2 * Math.ceil(due)))
      given += count
      const group = makeSchool(random, place, { number, practices: count, materials: materialIds })
      if (shown.length < MOST_COLLECTIONS * 8 && random.chance(0.3)) {
        const practice = group.find(({ _type }) => _type === 'practice')
        if (practice !== undefined) shown.push(practice._id)
      }
      yield group
    }
  }
  yield makeCollections(createRandom(seed), shown, practices)
}

/** The same as published documents of a lake that nobody has touched since. */
export function listCountry(size: CountrySize): (ScaleDocument & { _rev: string; _updatedAt: string })[] {
  return [...makeCountry(size)].flat().map((document) => ({
    ...document,
    _rev: 'first',
    _updatedAt: document._createdAt,
  }))
}

interface SchoolPlan {
  /** Number of the school in its region. */
  number: number
  practices: number
  materials: readonly string[]
}

function makeSchool(
  random: Random,
  place: Place,
  { number, practices, materials }: SchoolPlan,
): ScaleDocument[] {
  const city = random.pick(CITIES)
  const kind = random.chance(0.08) ? 'Гимназия' : random.chance(0.08) ? 'Лицей' : 'СОШ'
  const name = `${kind} № ${number}, ${city}`
  const slug = `${transliterate(name)}-${place.seed.code}`
  const municipality = place.municipalities[number % place.municipalities.length]
  const people = Array.from({ length: random.between(2, 4) }, (_, one) => makePerson(random, slug, one))
  const owner = { slug, name, people: people.map(({ _id }) => _id), materials }
  const organization: ScaleDocument = {
    _id: `organization-${slug}`,
    _type: 'organization',
    _createdAt: '2024-08-20T09:00:00Z',
    name,
    fullName: `Муниципальное бюджетное общеобразовательное учреждение «${kind} № ${number}» (${city})`,
    slug: slugOf(slug),
    kind: 'school',
    level: 'organization',
    region: refer(place.id),
    ...(municipality !== undefined && { municipality: refer(municipality.id) }),
    site: `https://${slug}.example.org`,
    address: `${place.seed.name}, ${city}, Школьная улица, д. ${random.between(1, 90)}`,
    phone: '8 (000) 000-00-00',
    email: `${slug}@example.org`,
    ...(owner.people[0] !== undefined && { curator: refer(owner.people[0]) }),
    about: random.some(SENTENCES, 2).join(' '),
  }
  const documents = [organization, ...people]
  if (random.chance(WITH_ROADMAP)) addRoadmap(FIRST_YEAR + 1)
  if (random.chance(WITH_ROADMAP_OF_LAST_YEAR)) addRoadmap(FIRST_YEAR)
  for (let one = 0; one < practices; one += 1) documents.push(makePractice(random, owner, one))
  return documents

  function addRoadmap(year: number): void {
    const roadmap = makeRoadmap(random, owner, year)
    documents.push(roadmap, ...makeCoverage(random, roadmap, owner, year))
  }
}

function makeCollections(random: Random, practices: readonly string[], total: number): ScaleDocument[] {
  const count = Math.min(MOST_COLLECTIONS, Math.max(1, Math.round(total / PRACTICES_OF_COLLECTION)))
  return Array.from({ length: practices.length === 0 ? 0 : count }, (_, place) => ({
    _id: `collection-podborka-${place + 1}`,
    _type: 'collection',
    _createdAt: '2026-01-15T09:00:00Z',
    title: `Подборка ${place + 1}: находки, которые легко повторить`,
    slug: slugOf(`podborka-${place + 1}`),
    summary: random.pick(SENTENCES),
    items: referAll(random.some(practices, 8)).map((item) => ({
      _type: 'collectionItem',
      _key: item._key,
      item: refer(item._ref),
      reason: random.pick(SENTENCES),
    })),
  }))
}
