import { expect, test } from 'vitest'
import {
  block,
  plan,
  publish,
  publishPlan,
  reference,
  responsible,
  school,
  silent,
  today,
  willing,
} from './public-document-fixtures.ts'
import { toPublicDocument } from './public-document.ts'

test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
  [
    'an order is signed',
    {
      approval: {
        _type: 'approval',
        number: '88',
        signedBy: reference(silent._id),
        kind: 'приказ И.В. Бархатневой',
      },
    },
    {
      approval: {
        _type: 'approval',
        number: '88',
        signedByPosition: 'Заместитель директора по УВР',
        kind: 'приказ заместитель директора по УВР',
      },
    },
  ],
  [
    'a title names someone',
    { title: 'Карта Бархатневой И.В.' },
    { title: 'Карта заместитель директора по УВР' },
  ],
  [
    'a text opens with the name',
    { preamble: ['Бархатнева И.В. отвечает. Бархатнева И.В. — тоже'] },
    { preamble: ['Заместитель директора по УВР отвечает. Заместитель директора по УВР — тоже'] },
  ],
  [
    'the position stands beside the name',
    {
      basis: [
        'приказ: заместитель директора по УВР Бархатнева И.В. отвечает',
        'Бархатнева И.В., заместитель директора по УВР',
      ],
    },
    { basis: ['приказ: заместитель директора по УВР отвечает', 'Заместитель директора по УВР'] },
  ],
  [
    'an address is made of the name',
    { slug: { _type: 'slug', current: 'karta-barhatneva-i-v-2024' } },
    { slug: { _type: 'slug', current: 'karta-2024' } },
  ],
  [
    'the name is spelt in another Latin',
    { slug: { _type: 'slug', current: 'karta-barkhatnevoy' } },
    { slug: { _type: 'slug', current: 'karta' } },
  ],
  [
    'the address is the name',
    { slug: { _type: 'slug', current: 'i-v-barhatneva' } },
    { slug: { _type: 'slug', current: 'zamestitel-direktora-po-uvr' } },
  ],
])('where %s', (_, given, expected) => {
  const people = [silent, willing]
  expect(
    publishPlan({ stages: responsible({ persons: [reference(silent._id)] }), ...given }, people),
  ).toMatchObject(expected)
})

test('a link that spells the name is dropped, in Latin and in escaped Cyrillic', () => {
  const links = [
    'https://vk.com/barhatneva_i_v',
    `https://s.ru/${encodeURIComponent('Бархатнева')}`,
    'https://s.ru/news',
  ]
  const results = links.map((url) =>
    publish({ _id: 'c', _type: 'coverage', title: 'Т', roadmap: reference('plan'), url }),
  )
  expect(results).toEqual([
    { _id: 'c', _type: 'coverage', title: 'Т', roadmap: reference('plan') },
    { _id: 'c', _type: 'coverage', title: 'Т', roadmap: reference('plan') },
    { _id: 'c', _type: 'coverage', title: 'Т', roadmap: reference('plan'), url: links[2] },
  ])
})

test('a publication is cleaned of people of its roadmap and of their organisation', () => {
  const shadow = { _id: 'shadow', _type: 'person', name: 'Шиповнева З.У.', position: 'педагог-психолог' }
  const result = toPublicDocument(
    {
      _id: 'c',
      _type: 'coverage',
      title: 'Встреча',
      summary: 'Её вели Бархатнева и З.У. Шиповнева.',
      roadmap: reference('plan'),
    },
    {
      get: (id) =>
        [plan, { ...school, curator: reference('shadow') }, shadow, silent].find((each) => each._id === id),
      today,
    },
  )
  expect(result).toMatchObject({ summary: 'Её вели заместитель директора по УВР и педагог-психолог.' })
})

test('a name cut in two by formatting is found', () => {
  const body = [block('Встречу вела ', 'Бархатнева', ' И.В.', ' в мае')]
  const result = publish({ _id: 'c', _type: 'coverage', title: 'Т', roadmap: reference('plan'), body })
  expect(result).toMatchObject({
    body: [block('Встречу вела ', 'заместитель директора по УВР', '', ' в мае')],
  })
})

test('a namesake who agreed keeps the name', () => {
  const namesake = { ...willing, _id: 'namesake', name: 'Бархатнева М.П.' }
  const result = publishPlan(
    {
      title: 'Бархатнева М.П. и Бархатнева И.В.',
      stages: responsible({
        verbatim: 'Бархатнева М.П.',
        persons: [reference('namesake'), reference(silent._id)],
      }),
    },
    [silent, namesake],
  )
  expect(result).toMatchObject({ title: 'Бархатнева М.П. и заместитель директора по УВР' })
})
