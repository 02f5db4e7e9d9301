import { expect, test } from 'vitest'
import { CONTENT_DOCUMENT_TYPES } from '../documents/content-document-types.ts'
import type { ContentDocument, LakeDocument } from '../documents/content-document.ts'
import { toPublicDocument } from '../privacy/public-document.ts'
import { contentSchema } from './content-schema.ts'
import {
  documentValidators,
  draftValidators,
  findDocumentProblems,
  isContentDocument,
} from './document-validators.ts'

const stored = { _rev: 'r1', _createdAt: '2026-01-01T00:00:00Z', _updatedAt: '2026-01-01T00:00:00Z' }
const slug = (current: string) => ({ _type: 'slug' as const, current })
const reference = (_ref: string) => ({ _type: 'reference' as const, _ref })
const item = (_ref: string) => ({ ...reference(_ref), _key: _ref })
const asset = { _type: 'reference' as const, _ref: 'image-abc-10x10-png' }
const attachment = {
  _type: 'attachment' as const,
  _key: 'f',
  title: 'Приказ',
  file: { _type: 'file' as const, asset: reference('file-abc-docx') },
}
const body = [
  {
    _type: 'block' as const,
    _key: 'b',
    style: 'normal' as const,
    markDefs: [{ _type: 'link' as const, _key: 'l', href: '/praktiki/' }],
    children: [{ _type: 'span' as const, _key: 's', text: 'Текст', marks: ['l'] }],
  },
  { _type: 'image' as const, _key: 'i', alt: 'Урок', asset },
  attachment,
]
const period = { _type: 'period' as const, start: '2024-09-01', end: '2025-05-31' }

const samples = [
  {
    ...stored,
    _id: 'region',
    _type: 'region',
    name: 'Курганская область',
    slug: slug('kurganskaya-oblast'),
    code: '45',
    timeZone: 'Asia/Yekaterinburg',
  },
  {
    ...stored,
    _id: 'town',
    _type: 'municipality',
    name: 'Шадринск',
    slug: slug('shadrinsk'),
    region: reference('region'),
  },
  {
    ...stored,
    _id: 'school',
    _type: 'organization',
    name: 'Лицей № 2',
    fullName: 'МБОУ «Лицей № 2»',
    slug: slug('licej-2'),
    kind: 'school',
    level: 'organization',
    region: reference('region'),
    channels: [{ _type: 'channelLink', _key: 'c', channel: 'vk', url: 'https://vk.com/x' }],
  },
  {
    ...stored,
    _id: 'person',
    _type: 'person',
    name: 'Кухтачева И.В.',
    position: 'куратор',
    consent: { _type: 'consent', scope: ['name'], date: '2026-01-01' },
  },
  {
    ...stored,
    _id: 'plan',
    _type: 'roadmap',
    title: 'Дорожная карта',
    slug: slug('2024-2025'),
    organization: reference('school'),
    level: 'school',
    model: 'teachers',
    period,
    approval: {
      _type: 'approval',
      kind: 'приказ',
      number: '88',
      date: '2022-04-30',
      signedBy: reference('person'),
    },
    columns: [{ _type: 'roadmapColumn', _key: 'c', role: 'deadline', heading: 'Сроки' }],
    warnings: [{ _type: 'importWarning', _key: 'w', code: 'x', message: 'Проверьте' }],
    sourceText: 'Текст',
    stages: [
      {
        _type: 'stage',
        _key: 's1',
        canonical: ['prepare', 'info'],
        activities: [
          {
            _type: 'activity',
            _key: 's1a1',
            text: 'Приказ',
            deadlines: [
              {
                _type: 'deadline',
                _key: 'd',
                verbatim: 'Май, июнь 2024',
                kind: 'multi-part',
                parts: [
                  {
                    _type: 'deadlinePart',
                    _key: 'p',
                    verbatim: 'Май',
                    kind: 'month',
                    start: '2024-05-01',
                    end: '2024-05-31',
                  },
                ],
                inferred: [{ _type: 'inference', _key: 'i', field: 'year', from: 'title' }],
              },
            ],
            responsible: [
              {
                _type: 'responsible',
                _key: 'r',
                verbatim: 'Кухтачева И.В.',
                persons: [item('person')],
                roles: ['куратор'],
              },
            ],
            extra: [{ _type: 'extraCell', _key: 'e', heading: 'Риски', text: 'Нет' }],
            status: 'planned',
          },
        ],
      },
    ],
  },
  {
    ...stored,
    _id: 'news',
    _type: 'coverage',
    title: 'Встреча',
    slug: slug('vstrecha'),
    roadmap: reference('plan'),
    activities: ['s1a1'],
    channel: 'vk',
    date: '2026-01-01',
    photos: [{ _type: 'image', _key: 'i', alt: 'Урок', asset }],
    body,
  },
  {
    ...stored,
    _id: 'practice',
    _type: 'practice',
    title: 'Читаем вместе',
    slug: slug('chitaem-vmeste'),
    organization: reference('school'),
    problem: 'Дети не читают',
    form: 'teacher-teacher',
    authors: [item('person')],
    stages: ['work'],
    steps: [{ _type: 'step', _key: 's', title: 'Шаг' }],
    review: [{ _type: 'reviewScore', _key: 'r', criterion: 'uniqueness', score: 7 }],
    image: { _type: 'image', alt: 'Урок', asset },
    files: [attachment],
    body,
  },
  {
    ...stored,
    _id: 'memo',
    _type: 'material',
    title: 'Памятка',
    slug: slug('pamyatka'),
    type: 'mentor-memo',
    audience: ['mentor'],
    legalBasis: [item('act')],
    files: [attachment],
  },
  {
    ...stored,
    _id: 'best',
    _type: 'collection',
    title: 'Первый год',
    slug: slug('pervyj-god'),
    items: [
      { _type: 'collectionItem', _key: 'a', item: reference('practice'), reason: 'Хорошо' },
      { _type: 'collectionItem', _key: 'b', item: reference('memo') },
    ],
  },
  {
    ...stored,
    _id: 'act',
    _type: 'legalAct',
    title: 'ТК',
    slug: slug('tk'),
    kind: 'code',
    changes: [{ _type: 'legalChange', _key: 'c', date: '2025-03-01', summary: 'Статья 351.8' }],
  },
  {
    ...stored,
    _id: 'forum',
    _type: 'event',
    title: 'Форум',
    slug: slug('forum'),
    date: '2026-05-01T10:00:00Z',
  },
  {
    ...stored,
    _id: 'report',
    _type: 'indicatorReport',
    region: reference('region'),
    period,
    indicators: [{ _type: 'indicatorValue', _key: 'i', indicator: 'pairs', value: 12 }],
  },
  {
    ...stored,
    _id: 'term',
    _type: 'glossaryTerm',
    term: 'Наставник',
    slug: slug('nastavnik'),
    definition: 'Тот, кто помогает',
  },
  { ...stored, _id: 'about', _type: 'page', title: 'О проекте', slug: slug('o-proekte'), body },
  { ...stored, _id: 'siteSettings', _type: 'siteSettings', title: 'Копилка' },
] satisfies ContentDocument[]

const byId = new Map<string, LakeDocument>(samples.map((sample) => [sample._id, sample]))
const sample = (id: string): LakeDocument => byId.get(id) ?? { _id: id, _type: 'missing' }

test('there is a sample, a validator and a declaration for every type', () => {
  const types = [...CONTENT_DOCUMENT_TYPES].toSorted()
  const declared = contentSchema.flatMap((each) => (each.type === 'document' ? each.name : []))
  expect(samples.map(({ _type }) => _type).toSorted()).toEqual(types)
  expect(Object.keys(documentValidators).toSorted()).toEqual(types)
  expect([...draftValidators.keys()].toSorted()).toEqual(types)
  expect(declared.filter((name) => !name.startsWith('sanity.')).toSorted()).toEqual(types)
})

test.each(samples)('a whole $_type keeps to the schema, before and after the privacy filter', (document) => {
  expect(findDocumentProblems(document)).toEqual([])
  expect(isContentDocument(document)).toBe(true)
  const shown = toPublicDocument(document, { get: (id) => byId.get(id), today: '2026-11-21' })
  expect(shown === null ? [] : findDocumentProblems(shown)).toEqual([])
  const hidden = toPublicDocument(document, { get: () => undefined, today: '2026-11-21' })
  expect(hidden === null ? [] : findDocumentProblems(hidden)).toEqual([])
})

test.each<[string, LakeDocument, string, RegExp]>([
  ['no title', { ...sample('practice'), title: undefined }, 'title', /Заполните/],
  ['a title that is no text', { ...sample('practice'), title: 5 }, 'title', /строка|string/],
  ['null for a title', { ...sample('practice'), title: null }, 'title', /./],
  ['a form nobody knows', { ...sample('practice'), form: 'cat-dog' }, 'form', /вариант/],
  [
    'a picture without words',
    { ...sample('practice'), image: { _type: 'image', asset } },
    'image.alt',
    /Заполните/,
  ],
  [
    'a block of an unknown kind',
    { ...sample('practice'), body: [{ _type: 'video', _key: 'v' }] },
    'body.0._type',
    /./,
  ],
  [
    'a picture of the text without an asset',
    { ...sample('practice'), body: [{ _type: 'image', _key: 'v', alt: 'Урок' }] },
    'body.0.asset',
    /Заполните/,
  ],
  [
    'a reference without its id',
    { ...sample('news'), roadmap: { _type: 'reference' } },
    'roadmap._ref',
    /Заполните/,
  ],
  [
    'a score in words',
    {
      ...sample('practice'),
      review: [{ _type: 'reviewScore', _key: 'r', criterion: 'uniqueness', score: 'семь' }],
    },
    'review.0.score',
    /число/,
  ],
  [
    'an item without a key',
    { ...sample('practice'), authors: [reference('person')] },
    'authors.0._key',
    /Заполните/,
  ],
  [
    'a deep deadline of an unknown kind',
    {
      ...sample('plan'),
      stages: [
        {
          _type: 'stage',
          _key: 's',
          activities: [
            {
              _type: 'activity',
              _key: 'a',
              text: 'т',
              deadlines: [{ _type: 'deadline', _key: 'd', verbatim: 'скоро', kind: 'soon' }],
            },
          ],
        },
      ],
    },
    'stages.0.activities.0.deadlines.0.kind',
    /вариант/,
  ],
  ['a type nobody knows', { _id: 'x', _type: 'book' }, '_type', /«book»/],
])('%s is told with its place', (_, document, path, message) => {
  const problems = findDocumentProblems(document)
  expect(problems.map((problem) => problem.path)).toContain(path)
  expect(problems.find((problem) => problem.path === path)?.message).toMatch(message)
  expect(isContentDocument(document)).toBe(false)
})

test.each([undefined, null, 'text', {}, { _type: 5 }, []])('%j is no document', (value) => {
  expect(isContentDocument(value)).toBe(false)
})

test.each(samples)(
  'an empty draft of $_type is fine, one with a value of another kind is not',
  ({ _type, _id }) => {
    expect(findDocumentProblems({ _id: `drafts.${_id}`, _type })).toEqual([])
    expect(findDocumentProblems({ _id: `versions.r1.${_id}`, _type, slug: null, title: null })).toEqual([])
    expect(findDocumentProblems({ _id: `drafts.${_id}`, _type, _rev: 7 }).map(({ path }) => path)).toEqual([
      '_rev',
    ])
  },
)

test('fields that the schema does not know are let through', () => {
  expect(findDocumentProblems({ ...sample('term'), _system: { base: 'x' }, note: 1 })).toEqual([])
})

test('the same value comes out of a validator', () => {
  const about = sample('about')
  expect(documentValidators.page.parse(about)).toBe(about)
})
