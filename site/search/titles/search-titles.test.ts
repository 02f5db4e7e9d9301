import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createTitleSearch } from './search-titles.ts'
import { listStems } from './stem-word.ts'
import { listTitleFiles } from './title-files.ts'
import type { TitleRecord } from './title-record.ts'

const WORDS = [
  'урок',
  'уроки',
  'наставник',
  'наставничество',
  'пара',
  'парта',
  'час',
  'класса',
  'ёлка',
  '5',
  'для',
]

const record = fc
  .record({
    number: fc.nat({ max: 60 }),
    words: fc.uniqueArray(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }),
    text: fc.uniqueArray(fc.constantFrom(...WORDS), { maxLength: 3 }),
    form: fc.constantFrom('a', 'b'),
    stage: fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), { maxLength: 2 }),
  })
  .map(({ number, words, text, form, stage }): TitleRecord => ({
    url: `/p${number}/`,
    title: words.join(' '),
    kind: 'Практика',
    text: text.join(' '),
    filters: { form: [form], ...(stage.length > 0 && { stage }) },
  }))
const records = fc.uniqueArray(record, { selector: ({ url }) => url, maxLength: 45 })

function searchOf(base: readonly TitleRecord[], current: readonly TitleRecord[]) {
  const files = new Map(
    Array.from(listTitleFiles(base), ([file, content]) => [file, JSON.stringify(content)] as const),
  )
  const same = (one: TitleRecord) => current.some((other) => JSON.stringify(other) === JSON.stringify(one))
  return createTitleSearch({
    count: base.length,
    removed: new Set(base.flatMap((one, number) => (same(one) ? [] : [number]))),
    changed: current.filter((one) => !base.some((other) => JSON.stringify(other) === JSON.stringify(one))),
    load: (file) => {
      const content = files.get(file)
      return Promise.resolve(content === undefined ? null : JSON.parse(content))
    },
  })
}

async function answer(
  base: readonly TitleRecord[],
  current: readonly TitleRecord[],
  term: string | null,
  form: string[],
) {
  const search = searchOf(base, current)
  await search.loadFilters(['form', 'stage'])
  const filters: Record<string, { any: string[] }> = form.length === 0 ? {} : { form: { any: form } }
  const results = await search.search.search(term, { filters })
  const counts = await search.search.count(results.map(({ id }) => id))
  const pages = await Promise.all(results.map((hit) => hit.data()))
  const counted = Object.entries(counts).flatMap(([name, values]) =>
    Object.entries(values).flatMap(([value, count]) => (count === 0 ? [] : [`${name} ${value} ${count}`])),
  )
  return { urls: pages.map(({ url }) => url).toSorted(), counted: counted.toSorted() }
}

const question = fc.record({
  term: fc.option(fc.subarray(WORDS, { minLength: 1, maxLength: 2 }).map((words) => words.join(' '))),
  form: fc.subarray(['a', 'b']),
})

test('law: hits and counts after any changes are those of a new index', async () => {
  await fc.assert(
    fc.asyncProperty(records, records, question, async (base, current, { term, form }) => {
      expect(await answer(base, current, term, form)).toEqual(await answer(current, current, term, form))
    }),
  )
})

test('law: every page is found by each word of its title and by its filters, and counted', async () => {
  await fc.assert(
    fc.asyncProperty(records, question, async (current, { term, form }) => {
      const { urls, counted } = await answer(current, current, term, form)
      const asked = listStems(term ?? '')
      const expected = current.filter(
        ({ title, text, filters }) =>
          (term === null || asked.length > 0) &&
          asked.every((one) =>
            listStems(`${title} ${text}`).some((stem) => (one === '5' ? stem === one : stem.startsWith(one))),
          ) &&
          (form.length === 0 || form.some((value) => filters['form']?.includes(value))),
      )
      expect(urls).toEqual(expected.map(({ url }) => url).toSorted())
      const withX = expected.filter(({ filters }) => filters['stage']?.includes('x')).length
      expect(counted.includes(`stage x ${withX}`)).toBe(withX > 0)
    }),
  )
})

test('titles that have the word stand before descriptions, the very form before others', async () => {
  const titles = [
    ['Другое', 'Об уроках'],
    ['Урокотека', ''],
    ['Урок', ''],
  ] as const
  const pages = titles.map(([title, text]) => ({ url: `/${title}/`, title, kind: '', text, filters: {} }))
  const results = await searchOf(pages, pages).search.search('урок', { filters: {} })
  const found = await Promise.all(results.map((hit) => hit.data()))
  expect(found.map(({ url }) => url)).toEqual(['/Урок/', '/Урокотека/', '/Другое/'])
})

test.each([
  ['наставниками', 'Клуб наставников', 'Клуб <mark>наставников</mark>'],
  ['урок', '«Ёлка» и урок <i>', '«Ёлка» и <mark>урок</mark> &lt;i&gt;'],
  ['елки', '«Ёлка» и урок', '«<mark>Ёлка</mark>» и урок'],
  ['наст', 'Наставник', '<mark>Наставник</mark>'],
])('«%s» is marked in «%s»', async (asked, title, marked) => {
  const page = { url: '/a/', title, kind: 'Практика', text: 'О чём', filters: {} }
  const results = await searchOf([page], [page]).search.search(asked, { filters: {} })
  const found = await Promise.all(results.map((hit) => hit.data()))
  expect(found.map(({ evidence, excerpt }) => [evidence, excerpt])).toEqual([[`${marked} О чём`, 'О чём']])
})
