/** A document of the benchmark; about 3 KB of JSON. */
export interface BenchDocument {
  _id: string
  _type: string
  _createdAt: string
  _updatedAt: string
  [field: string]: unknown
}

const TYPES = ['practice', 'roadmap', 'person', 'organization', 'material'] as const
const WORDS =
  'наставник наставляемый школа педагог ученик практика встреча план занятие опыт район регион отчёт пара группа'.split(
    ' ',
  )
const DAY_MS = 86_400_000
const FIRST_DAY = Date.UTC(2024, 0, 1)

/** Documents of five types that refer to organizations, people and each other; the same for the same number. */
export function* makeDocuments(count: number): Generator<BenchDocument> {
  const random = createRandom(42)
  const words = (length: number) =>
    Array.from({ length }, () => WORDS[Math.floor(random() * WORDS.length)]).join(' ')
  const reference = (type: number) => {
    const last = Math.max(1, Math.floor(count / TYPES.length))
    const place = Math.floor(random() * last) * TYPES.length + type
    return { _type: 'reference', _ref: idOf(place < count ? place : type), _weak: true }
  }
  for (let place = 0; place < count; place += 1) {
    const time = new Date(FIRST_DAY + Math.floor(random() * 900) * DAY_MS + place).toISOString()
    yield {
      _id: idOf(place),
      _type: TYPES[place % TYPES.length] ?? TYPES[0],
      _createdAt: time,
      _updatedAt: time,
      title: `${words(4)} ${place}`,
      slug: { _type: 'slug', current: `document-${place}` },
      date: time.slice(0, 10),
      organization: reference(3),
      authors: [
        { ...reference(2), _key: 'a' },
        { ...reference(2), _key: 'b' },
      ],
      tags: [words(1), words(1)],
      body: Array.from({ length: 5 }, (_, block) => ({
        _type: 'block',
        _key: `k${block}`,
        children: [{ _type: 'span', _key: 's', text: words(24) }],
      })),
    }
  }
}

/** The id of the document at a place; its type repeats every five places. */
export function idOf(place: number): string {
  return `bench-${place}`
}

/** A linear congruential generator: numbers from 0 to below 1. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}
