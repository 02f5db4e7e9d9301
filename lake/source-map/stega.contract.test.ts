import { stegaClean } from '@sanity/client/stega'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRecord } from '../documents/document.ts'
import { createLakeFixture, type LakeFixture } from '../lake-fixture.ts'

let fixture: LakeFixture

const block = (key: string, text: string) => ({
  _type: 'block',
  _key: key,
  style: 'normal',
  children: [{ _type: 'span', _key: `${key}s`, text }],
})

beforeAll(async () => {
  fixture = await createLakeFixture()
  await fixture
    .client('editor')
    .transaction()
    .create({ _id: 'ann', _type: 'person', name: 'Иванова А.' })
    .create({ _id: 'kit', _type: 'material', title: 'Анкета', files: [{ _key: 'f', title: 'Бланк' }] })
    .create({
      _id: 'p1',
      _type: 'practice',
      title: 'Пара',
      tasks: ['первая', 'вторая'],
      image: { alt: 'Двое за столом' },
      steps: [
        { _key: 'a', title: 'Начало' },
        { _key: 'b', title: 'Конец' },
      ],
      author: { _type: 'reference', _ref: 'ann' },
      materials: [{ _key: 'm', _type: 'reference', _ref: 'kit' }],
      body: [block('x', 'Первый абзац'), block('y', 'Второй абзац')],
    })
    .create({ _id: 'p2', _type: 'practice', title: 'Группа' })
    .create({ _id: 'drafts.p2', _type: 'practice', title: 'Группа (правка)' })
    .commit()
})

afterAll(() => fixture.close())

/** What the client hid in a text: the address in the Studio of the field that it came from. */
const decode = loadDecoder()

function loadDecoder(): (text: string) => unknown {
  // The client reads and writes hidden texts with a package of its own.
  const load = createRequire(fileURLToPath(import.meta.resolve('@sanity/client')))
  const module: unknown = load('@vercel/stega')
  const found = isRecord(module) ? module['vercelStegaDecode'] : undefined
  if (typeof found !== 'function') throw new Error('The client hides texts in another way')
  return (text) => {
    const value: unknown = found(text)
    return value
  }
}

/** `id path` of each text with something hidden in it, by the text. */
function findHidden(value: unknown): Record<string, string> {
  if (typeof value === 'string') {
    const hidden = decode(value)
    if (!isRecord(hidden)) return {}
    const [, id = '', path = ''] = /;?id=([^;]+);.*?path=([^;?]+)/.exec(String(hidden['href'])) ?? []
    const short = decodeURIComponent(path).replaceAll(/\[(?:_key=="(\w+)"|(\d+))\]/g, ':$1$2')
    return { [stegaClean(value)]: `${id} ${short}` }
  }
  if (typeof value !== 'object' || value === null) return {}
  return Object.assign({}, ...Object.values(value).map(findHidden))
}

const cases: [what: string, query: string, hidden: Record<string, string>][] = [
  ['a field', '*[_id == "p1"][0]{title}', { Пара: 'p1 title' }],
  ['a field under another name', '*[_id == "p1"]{"name": title}', { Пара: 'p1 title' }],
  ['a field of an object', '*[_id == "p1"][0]{"alt": image.alt}', { 'Двое за столом': 'p1 image.alt' }],
  ['texts of an array', '*[_id == "p1"][0]{tasks}', { первая: 'p1 tasks:0', вторая: 'p1 tasks:1' }],
  [
    'objects of an array by their keys',
    '*[_id == "p1"][0]{steps[]{title}}',
    { Начало: 'p1 steps:a.title', Конец: 'p1 steps:b.title' },
  ],
  ['one object of an array', '*[_id == "p1"][0]{"last": steps[1].title}', { Конец: 'p1 steps:b.title' }],
  ['a reference', '*[_id == "p1"][0]{"author": author->name}', { 'Иванова А.': 'ann name' }],
  ['a referenced document', '*[_id == "p1"][0]{author->{name}}', { 'Иванова А.': 'ann name' }],
  [
    'references of an array',
    '*[_id == "p1"][0]{materials[]->{title, files[]{title}}}',
    { Анкета: 'kit title', Бланк: 'kit files:f.title' },
  ],
  [
    'Portable Text',
    '*[_id == "p1"][0]{body}',
    { 'Первый абзац': 'p1 body:x.children:xs.text', 'Второй абзац': 'p1 body:y.children:ys.text' },
  ],
  [
    'a whole document',
    '*[_id == "p1"][0]',
    {
      Пара: 'p1 title',
      первая: 'p1 tasks:0',
      вторая: 'p1 tasks:1',
      'Двое за столом': 'p1 image.alt',
      Начало: 'p1 steps:a.title',
      Конец: 'p1 steps:b.title',
      'Первый абзац': 'p1 body:x.children:xs.text',
      'Второй абзац': 'p1 body:y.children:ys.text',
    },
  ],
  ['a draft', '*[_id == "p2"][0]{title}', { 'Группа (правка)': 'p2 title' }],
  [
    'a search within a projection, in order',
    '*[_id == "ann"]{"of": *[author._ref == ^._id] | order(title)[0...5]{title}}',
    { Пара: 'p1 title' },
  ],
  ['a first choice', '*[_id == "p1"][0]{"t": coalesce(short, title)}', { Пара: 'p1 title' }],
  [
    'a choice between documents',
    '*[_id == "p1"][0]{"t": coalesce(author->name, title)}',
    { 'Иванова А.': 'ann name' },
  ],
  ['a choice of nothing', '*[_id == "p1"][0]{"t": coalesce(short, none, "Без названия")}', {}],
  ['a text put together', '*[_id == "p1"][0]{"t": title + "!"}', {}],
]

test.each(cases)('a click finds %s', async (_what, query, hidden) => {
  for (const stega of [true, false]) {
    const client = fixture.client('viewer', {
      perspective: 'drafts',
      stega: { enabled: stega, studioUrl: '/studio' },
    })
    const result: unknown = await client.fetch(query)
    expect(findHidden(result)).toEqual(stega ? hidden : {})
    expect(stegaClean(result)).toEqual(await fixture.client('viewer', { perspective: 'drafts' }).fetch(query))
  }
})
