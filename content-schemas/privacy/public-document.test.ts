import { expect, test } from 'vitest'
import type { LakeDocument } from '../documents/content-document.ts'
import {
  consent,
  plan,
  publish,
  publishPlan,
  reference,
  school,
  silent,
  today,
} from './public-document-fixtures.ts'
import { toPublicDocument } from './public-document.ts'

test.each<[string, unknown]>([
  ['no consent', undefined],
  ['an empty consent', {}],
  ['withdrawn', { ...consent, withdrawn: '2026-11-21' }],
  ['withdrawn from tomorrow', { ...consent, withdrawn: '2026-11-22' }],
  ['expired', { ...consent, until: '2026-11-20' }],
  ['signed tomorrow', { ...consent, date: '2026-11-22' }],
  ['scope without the name', { ...consent, scope: ['photo', 'contacts', 'works'] }],
])('a person with %s has no public form', (_, value) => {
  expect(publish({ ...silent, consent: value })).toBeNull()
})

test('a person with consent shows name, position and organisation, nothing else', () => {
  const person = {
    ...silent,
    consent,
    phone: '+7 900',
    email: 'i@example.ru',
    diagnosis: 'secret',
    _system: { base: 'x' },
  }
  expect(publish(person)).toEqual({
    _id: silent._id,
    _type: 'person',
    name: 'Бархатнева И.В.',
    position: 'Заместитель директора по УВР',
    organization: reference('school'),
  })
})

test('contacts of a person need their own consent', () => {
  const person = { ...silent, phone: '+7 900', email: 'i@example.ru' }
  expect(publish({ ...person, consent: { ...consent, scope: ['name', 'contacts'] } })).toMatchObject({
    phone: '+7 900',
    email: 'i@example.ru',
  })
  expect(publish({ ...person, consent: { ...consent, scope: ['contacts'] } })).toBeNull()
})

test.each(['drafts.plan', 'versions.r1.plan', `drafts.${silent._id}`, 'sanity-preview-url-secret.1'])(
  '%s is not public whatever it holds',
  (_id) => {
    expect(publish({ ...plan, _id })).toBeNull()
    expect(publish({ ...silent, consent, _id })).toBeNull()
  },
)

test.each(['sanity.previewUrlSecret', 'system.group', 'system.release'])('type %s is not public', (_type) => {
  expect(publish({ _id: 'x', _type, secret: 's' })).toBeNull()
})

test('a type the schema does not know passes unchanged', () => {
  const document = {
    _id: 'x',
    _type: 'book',
    title: 'Бархатнева И.В.',
    consent: 1,
    author: reference(silent._id),
  }
  expect(publish(document)).toEqual(document)
})

test('what the importer noted for editors never passes, however deep', () => {
  const result = publishPlan({
    sourceText: 'Исходный текст',
    sourceFile: { asset: reference('file-source-docx') },
    warnings: [{ _type: 'importWarning', code: 'x', message: 'Проверьте' }],
    consent,
    _system: { base: { id: 'drafts.plan' } },
    stages: [
      {
        _type: 'stage',
        _key: 's1',
        activities: [
          {
            _type: 'activity',
            _key: 'a',
            text: 'Дело',
            deadlines: [
              {
                _type: 'deadline',
                _key: 'd',
                verbatim: 'Май 2024',
                kind: 'month',
                inferred: [{ _type: 'inference', field: 'start', from: 'title' }],
                confirmedBy: 'Шиповнева З.У.',
              },
            ],
          },
        ],
      },
    ],
  })
  expect(result).toEqual({
    _id: 'plan',
    _type: 'roadmap',
    title: 'Дорожная карта',
    organization: reference('school'),
    stages: [
      {
        _type: 'stage',
        _key: 's1',
        activities: [
          {
            _type: 'activity',
            _key: 'a',
            text: 'Дело',
            deadlines: [{ _type: 'deadline', _key: 'd', verbatim: 'Май 2024', kind: 'month' }],
          },
        ],
      },
    ],
  })
})

test('an author without consent is shown by position', () => {
  const result = publish({
    _id: 'p',
    _type: 'practice',
    title: 'Т',
    organization: reference('school'),
    authors: [reference('willing'), reference(silent._id)],
    image: { _type: 'image', alt: 'Ирина Викторовна у доски', asset: reference('image-1-1x1-png') },
  })
  expect(result).toEqual({
    _id: 'p',
    _type: 'practice',
    title: 'Т',
    organization: reference('school'),
    authors: [reference('willing')],
    authorPositions: ['Заместитель директора по УВР'],
    image: {
      _type: 'image',
      alt: 'Заместитель директора по УВР у доски',
      asset: reference('image-1-1x1-png'),
    },
  })
})

test('a curator without consent is shown by position', () => {
  expect(publish(school)).toEqual({
    _id: 'school',
    _type: 'organization',
    name: 'Лицей № 2',
    curatorPosition: 'Заместитель директора по УВР',
  })
})

test('a draft of a consent does not publish the name', () => {
  const result = toPublicDocument(plan, {
    get: (id) => (id === silent._id ? { ...silent, _id: `drafts.${silent._id}`, consent } : undefined),
    today,
  })
  expect(JSON.stringify(result)).not.toMatch(/Бархатнев|barhatnev/)
})

test('assets show what a page needs, not where and by whom they were made', () => {
  const asset = {
    _id: 'image-1-2x1-jpg',
    _type: 'sanity.imageAsset',
    url: '/images/1.jpg',
    path: 'images/1.jpg',
    originalFilename: 'Бархатнева И.В..jpg',
    title: 'Бархатнева',
    source: { name: 'x' },
    size: 10,
    metadata: {
      dimensions: { width: 2, height: 1 },
      location: { lat: 55 },
      exif: { Artist: 'x' },
      lqip: 'data:',
    },
  }
  expect(publish(asset)).toEqual({
    _id: 'image-1-2x1-jpg',
    _type: 'sanity.imageAsset',
    url: '/images/1.jpg',
    path: 'images/1.jpg',
    size: 10,
    metadata: { dimensions: { width: 2, height: 1 }, lqip: 'data:' },
  })
})

test('a file that only private fields refer to is not public when referrers are known', () => {
  const scan = { _id: 'file-scan-pdf', _type: 'sanity.fileAsset', url: '/files/scan.pdf' }
  const holder = { ...silent, consent: { ...consent, document: { asset: reference(scan._id) } } }
  const source = { ...plan, sourceFile: { asset: reference(scan._id) } }
  const open = {
    ...plan,
    _id: 'm',
    _type: 'material',
    files: [{ _type: 'attachment', file: { asset: reference(scan._id) } }],
  }
  const decide = (referring: LakeDocument[]) =>
    toPublicDocument(scan, { get: () => undefined, today, referring: () => referring }) !== null
  expect(decide([holder])).toBe(false)
  expect(decide([source])).toBe(false)
  expect(decide([])).toBe(false)
  expect(decide([{ ...open, _id: 'drafts.m' }])).toBe(false)
  expect(decide([holder, open])).toBe(true)
})

test.each<[string, LakeDocument, boolean]>([
  ['a roadmap of someone without consent', plan, false],
  ['a roadmap of someone with consent', { ...plan, organization: reference('other') }, true],
  ['someone without consent', silent, false],
  ['someone with consent', { ...silent, consent }, true],
  ['a document with nobody', { _id: 'x', _type: 'page', title: 'Т' }, false],
])('%s is decided by the day: %j', (_, document, expected) => {
  const agreed = { ...silent, consent }
  const other = { _id: 'other', _type: 'organization', curator: reference('agreed') }
  const stored = new Map<string, LakeDocument>([
    ['agreed', { ...agreed, _id: 'agreed' }],
    ['other', other],
    [silent._id, silent],
  ])
  const asked: string[] = []
  toPublicDocument(document, {
    get: (id) => stored.get(id),
    get today() {
      asked.push('today')
      return today
    },
  })
  expect(asked.length > 0).toBe(expected)
})

test('nothing given is changed', () => {
  const frozen = deepFreeze(structuredClone({ ...plan, sourceText: 'x', title: 'Карта Бархатневой И.В.' }))
  expect(() => publish(frozen)).not.toThrow()
  expect(frozen.sourceText).toBe('x')
})

/** Surnames in the cases and spellings that documents have, by the letters that all of them share. */

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) deepFreeze(inner)
    Object.freeze(value)
  }
  return value
}
