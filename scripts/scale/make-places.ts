import { transliterate } from '#content/text/transliterate.ts'
import { refer, slugOf } from './make-document.ts'
import type { ScaleDocument } from './make-document.ts'
import { DISTRICTS } from './phrases.ts'
import { REGIONS } from './regions.ts'
import type { RegionSeed } from './regions.ts'

/** A region of the generated country with its municipalities and how many schools it gets. */
export interface Place {
  id: string
  slug: string
  seed: RegionSeed
  schools: number
  municipalities: { id: string; name: string }[]
  /** The region, its institute and its municipalities: what schools refer to. */
  documents: ScaleDocument[]
  instituteId: string
}

const CREATED = '2024-08-01T09:00:00Z'
const SCHOOLS_OF_REGION = 8
const SCHOOLS_OF_MUNICIPALITY = 19

/** As many regions as so many schools fill, each with its share of them. */
export function planPlaces(schools: number): Place[] {
  const seeds = REGIONS.slice(
    0,
    Math.max(1, Math.min(REGIONS.length, Math.ceil(schools / SCHOOLS_OF_REGION))),
  )
  const total = seeds.reduce((sum, { weight }) => sum + weight, 0)
  let begun = 0
  let given = 0
  return seeds.map((seed) => {
    begun += seed.weight
    const count = Math.round((schools * begun) / total) - given
    given += count
    return planPlace(seed, count)
  })
}

function planPlace(seed: RegionSeed, schools: number): Place {
  const slug = transliterate(seed.name)
  const id = `region-${slug}`
  const instituteId = `organization-institut-${slug}`
  const count = Math.min(DISTRICTS.length, Math.max(1, Math.round(schools / SCHOOLS_OF_MUNICIPALITY)))
  const municipalities = DISTRICTS.slice(0, count).map((district) => {
    const name = `${district} муниципальный округ`
    return { id: `municipality-${slug}-${transliterate(district)}`, name }
  })
  const documents = [
    {
      _id: id,
      _type: 'region',
      _createdAt: CREATED,
      name: seed.name,
      slug: slugOf(slug),
      code: seed.code,
      timeZone: seed.timeZone,
      site: `https://region${seed.code}.example.org`,
      about: `${seed.name}: школы, которые ведут наставничество, их дорожные карты и находки.`,
    },
    ...municipalities.map((municipality) => ({
      _id: municipality.id,
      _type: 'municipality',
      _createdAt: CREATED,
      name: municipality.name,
      slug: slugOf(transliterate(municipality.name)),
      region: refer(id),
    })),
    {
      _id: instituteId,
      _type: 'organization',
      _createdAt: CREATED,
      name: `Институт развития образования, ${seed.name}`,
      fullName: `Государственное автономное учреждение «Институт развития образования», ${seed.name}`,
      slug: slugOf(`institut-${slug}`),
      kind: 'institute',
      level: 'regional',
      region: refer(id),
      site: `https://iro${seed.code}.example.org`,
    },
  ]
  return { id, slug, seed, schools, municipalities, documents, instituteId }
}
