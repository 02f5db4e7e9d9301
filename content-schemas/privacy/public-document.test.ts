import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LakeDocument } from '../documents/content-document.ts'
import { toPublicDocument } from './public-document.ts'

const today = '2026-11-21'
const consent = {
  _type: 'consent',
  scope: ['name'],
  date: '2026-01-01',
  document: { asset: { _ref: 'file-scan-pdf' } },
}
const reference = (id: string, key = id) => ({ _type: 'reference', _ref: id, _key: key })
const span = (text: string, key: string) => ({ _type: 'span', _key: key, text, marks: [] })
const block = (...texts: string[]) => ({
  _type: 'block',
  _key: 'b',
  markDefs: [],
  children: texts.map((text, index) => span(text, `s${index}`)),
})

const silent = {
  _id: 'person-kuhtacheva-i-v-licej-2',
  _type: 'person',
  name: 'Кухтачева И.В.',
  fullName: 'Кухтачева Ирина Викторовна',
  position: 'Заместитель директора по УВР',
  organization: reference('school'),
}
const willing = {
  _id: 'willing',
  _type: 'person',
  name: 'Дзаитова Л.К.',
  position: 'куратор',
  consent,
  organization: reference('school'),
}
const school = { _id: 'school', _type: 'organization', name: 'Лицей № 2', curator: reference(silent._id) }
const plan = {
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
          _key: 's1a1',
          text: 'Встреча',
          responsible: [
            { _type: 'responsible', _key: 'r', verbatim: 'Кухтачева И.В.', persons: [reference(silent._id)] },
          ],
        },
      ],
    },
  ],
}

function publish(document: LakeDocument, people: readonly LakeDocument[] = [silent, willing]): unknown {
  const stored = new Map([...people, school, plan, document].map((each) => [each._id, each]))
  return toPublicDocument(document, { get: (id) => stored.get(id), today })
}

function publishPlan(changes: Record<string, unknown>, people?: readonly LakeDocument[]): unknown {
  return publish({ ...plan, ...changes }, people)
}

function responsible(value: Record<string, unknown>) {
  return [
    {
      _type: 'stage',
      _key: 's1',
      activities: [
        {
          _type: 'activity',
          _key: 'a',
          text: 'Дело',
          responsible: [{ _type: 'responsible', _key: 'r', ...value }],
        },
      ],
    },
  ]
}

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
    name: 'Кухтачева И.В.',
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
    title: 'Кухтачева И.В.',
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
                confirmedBy: 'Шадиева З.У.',
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

test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
  [
    'the words are the name',
    { verbatim: 'Кухтачева И.В.', persons: [reference(silent._id)] },
    { persons: [], roles: ['Заместитель директора по УВР'] },
  ],
  [
    'the name is in the accusative',
    { verbatim: 'Назначить Кухтачеву И.В.', persons: [reference(silent._id)], roles: ['куратор'] },
    { persons: [], roles: ['куратор', 'Заместитель директора по УВР'] },
  ],
  [
    'initials come first',
    { verbatim: 'И.В.Кухтачева', persons: [reference(silent._id)] },
    { persons: [], roles: ['Заместитель директора по УВР'] },
  ],
  [
    'a narrow column broke the name',
    { verbatim: 'Кухта\nчева\nИ.В.', persons: [reference(silent._id)] },
    { persons: [], roles: ['Заместитель директора по УВР'] },
  ],
  [
    'the role is known already',
    { verbatim: 'Кухтачева И.В.', persons: [reference(silent._id)], roles: ['заместитель директора по УВР'] },
    { persons: [], roles: ['заместитель директора по УВР'] },
  ],
  [
    'one of two agreed',
    { verbatim: 'Кухтачева И.В., Дзаитова Л.К.', persons: [reference(silent._id), reference('willing')] },
    { persons: [reference('willing')], roles: ['Заместитель директора по УВР'] },
  ],
  [
    'all agreed',
    { verbatim: 'Дзаитова Л.К., куратор', persons: [reference('willing')], roles: ['куратор'] },
    { verbatim: 'Дзаитова Л.К., куратор', persons: [reference('willing')], roles: ['куратор'] },
  ],
  [
    'the words name a role only',
    { verbatim: 'Зам. директора', persons: [reference(silent._id)], roles: ['зам. директора'] },
    { verbatim: 'Зам. директора', persons: [], roles: ['зам. директора', 'Заместитель директора по УВР'] },
  ],
  ['nobody took down who is named', { verbatim: 'Петров П.П.', roles: ['куратор'] }, { roles: ['куратор'] }],
  ['a role holds a name', { roles: ['Педагог-психолог Шадиева З.У.'] }, { roles: ['Педагог-психолог'] }],
  ['a role is a name', { roles: ['Шадиева З.У.'] }, { roles: [] }],
  [
    'the person was deleted',
    { verbatim: 'Сидорова', persons: [reference('person-sidorova-licej-2')] },
    { persons: [] },
  ],
  [
    'the name stands beside one who agreed',
    { verbatim: 'Дзаитова Л.К. Петров П.П.', persons: [reference('willing')] },
    { persons: [reference('willing')] },
  ],
])('in charge, when %s', (_, given, expected) => {
  expect(publishPlan({ stages: responsible(given) })).toMatchObject({
    stages: [{ activities: [{ responsible: [{ _type: 'responsible', _key: 'r', ...expected }] }] }],
  })
  const written = JSON.stringify(publishPlan({ stages: responsible(given) }))
  expect(written.includes('"verbatim"')).toBe('verbatim' in expected)
})

test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
  [
    'an order is signed',
    {
      approval: {
        _type: 'approval',
        number: '88',
        signedBy: reference(silent._id),
        kind: 'приказ И.В. Кухтачевой',
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
    { title: 'Карта Кухтачевой И.В.' },
    { title: 'Карта заместитель директора по УВР' },
  ],
  [
    'a text opens with the name',
    { preamble: ['Кухтачева И.В. отвечает. Кухтачева И.В. — тоже'] },
    { preamble: ['Заместитель директора по УВР отвечает. Заместитель директора по УВР — тоже'] },
  ],
  [
    'the position stands beside the name',
    {
      basis: [
        'приказ: заместитель директора по УВР Кухтачева И.В. отвечает',
        'Кухтачева И.В., заместитель директора по УВР',
      ],
    },
    { basis: ['приказ: заместитель директора по УВР отвечает', 'Заместитель директора по УВР'] },
  ],
  [
    'an address is made of the name',
    { slug: { _type: 'slug', current: 'karta-kuhtacheva-i-v-2024' } },
    { slug: { _type: 'slug', current: 'karta-2024' } },
  ],
  [
    'the name is spelt in another Latin',
    { slug: { _type: 'slug', current: 'karta-kukhtachevoy' } },
    { slug: { _type: 'slug', current: 'karta' } },
  ],
  [
    'the address is the name',
    { slug: { _type: 'slug', current: 'i-v-kuhtacheva' } },
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
    'https://vk.com/kuhtacheva_i_v',
    `https://s.ru/${encodeURIComponent('Кухтачева')}`,
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
  const shadow = { _id: 'shadow', _type: 'person', name: 'Шадиева З.У.', position: 'педагог-психолог' }
  const result = toPublicDocument(
    {
      _id: 'c',
      _type: 'coverage',
      title: 'Встреча',
      summary: 'Её вели Кухтачева и З.У. Шадиева.',
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
  const body = [block('Встречу вела ', 'Кухтачева', ' И.В.', ' в мае')]
  const result = publish({ _id: 'c', _type: 'coverage', title: 'Т', roadmap: reference('plan'), body })
  expect(result).toMatchObject({
    body: [block('Встречу вела ', 'заместитель директора по УВР', '', ' в мае')],
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

test('a namesake who agreed keeps the name', () => {
  const namesake = { ...willing, _id: 'namesake', name: 'Кухтачева М.П.' }
  const result = publishPlan(
    {
      title: 'Кухтачева М.П. и Кухтачева И.В.',
      stages: responsible({
        verbatim: 'Кухтачева М.П.',
        persons: [reference('namesake'), reference(silent._id)],
      }),
    },
    [silent, namesake],
  )
  expect(result).toMatchObject({ title: 'Кухтачева М.П. и заместитель директора по УВР' })
})

test('a draft of a consent does not publish the name', () => {
  const result = toPublicDocument(plan, {
    get: (id) => (id === silent._id ? { ...silent, _id: `drafts.${silent._id}`, consent } : undefined),
    today,
  })
  expect(JSON.stringify(result)).not.toMatch(/Кухтачев|kuhtachev/)
})

test('assets show what a page needs, not where and by whom they were made', () => {
  const asset = {
    _id: 'image-1-2x1-jpg',
    _type: 'sanity.imageAsset',
    url: '/images/1.jpg',
    path: 'images/1.jpg',
    originalFilename: 'Кухтачева И.В..jpg',
    title: 'Кухтачева',
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

test('nothing given is changed', () => {
  const frozen = deepFreeze(structuredClone({ ...plan, sourceText: 'x', title: 'Карта Кухтачевой И.В.' }))
  expect(() => publish(frozen)).not.toThrow()
  expect(frozen.sourceText).toBe('x')
})

/** Surnames in the cases and spellings that documents have, by the letters that all of them share. */
const surnames: Readonly<Record<string, readonly string[]>> = {
  кухтачев: ['Кухтачева', 'Кухтачеву', 'Кухтачевой', 'КУХТАЧЕВА'],
  шадиев: ['Шадиев', 'Шадиева', 'Шадиеву', 'Шадиевым', 'Шадиеве'],
  соловьев: ['Соловьёв', 'Соловьева', 'Соловьёвым', 'СОЛОВЬЕВ'],
  достоевск: ['Достоевская', 'Достоевскую', 'Достоевской'],
  мельник: ['Мельник', 'Мельника', 'Мельником'],
  коваленк: ['Коваленко', 'КОВАЛЕНКО'],
  водкин: ['Петрова-Водкина', 'Петровой-Водкиной'],
  шве: ['Швец', 'Швецу', 'Швеца'],
}
const initial = fc.constantFrom(...'АБВГДЕИКЛМНОПРСТФЭЮЯ'.split(''))
const written = fc.constantFrom(...Object.keys(surnames)).chain((stem) =>
  fc.record({
    stem: fc.constant(stem),
    nominative: fc.constant(surnames[stem]?.[0] ?? stem),
    surname: fc.constantFrom(...(surnames[stem] ?? [stem])),
    initials: fc.tuple(initial, initial),
    space: fc.constantFrom('', ' ', '\u00A0', '  ', '\u202F'),
    initialsFirst: fc.boolean(),
    noise: fc.constantFrom('', '\u00AD', '\u200B', '\u0301', '\n', '-\n'),
    noiseAt: fc.integer({ min: 2, max: 4 }),
  }),
)
const places = ['title', 'body', 'split', 'verbatim', 'roles', 'extra', 'caption', 'number'] as const

test('no string of the result holds the name of someone without consent', () => {
  fc.assert(
    fc.property(
      fc.array(written, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(...places),
      fc.constantFrom('', 'Встречу ведёт ', 'и ', 'В мае. '),
      fc.constantFrom(' ', ', ', ' и ', '\n'),
      fc.constantFrom('', ' в мае', ', Чижова Ж.Ж.', '.'),
      (names, place, before, between, after) => {
        const people = names.map(({ nominative, initials }, index) => ({
          _id: `person-${index}`,
          _type: 'person',
          name: `${nominative} ${initials.join('.')}.`,
          position: 'учитель',
        }))
        const document = placeText(`${before}${names.map(writeName).join(between)}${after}`, place, people)
        const result = toPublicDocument(document, {
          get: (id) => people.find(({ _id }) => _id === id),
          today,
        })
        const strings = collectStrings(result)
        const letters = strings.map((string) =>
          string
            .toLowerCase()
            .replaceAll('ё', 'е')
            .replaceAll(/[^а-я]/g, ''),
        )
        for (const { stem } of names) expect(letters.filter((string) => string.includes(stem))).toEqual([])
        expect(
          strings.filter((string) => /person-\d|[А-ИК-Я]\.\s*[А-ИК-Я]\./.test(string.replaceAll('Ж', 'Й'))),
        ).toEqual([])
      },
    ),
    { numRuns: 1500 },
  )
})

function writeName({
  surname,
  initials,
  space,
  initialsFirst,
  noise,
  noiseAt,
}: {
  surname: string
  initials: [string, string]
  space: string
  initialsFirst: boolean
  noise: string
  noiseAt: number
}): string {
  const noisy = surname.slice(0, noiseAt) + noise + surname.slice(noiseAt)
  const letters = `${initials[0]}.${space}${initials[1]}.`
  return initialsFirst ? `${letters}${space}${noisy}` : `${noisy}${space || ' '}${letters}`
}

function placeText(
  text: string,
  place: (typeof places)[number],
  people: readonly { _id: string }[],
): LakeDocument {
  const put = (where: (typeof places)[number], otherwise = '') => (place === where ? text : otherwise)
  const half = Math.floor(text.length / 2)
  const responsibleOnes = {
    _type: 'responsible',
    _key: 'r',
    verbatim: put('verbatim', 'куратор'),
    persons: people.map(({ _id }) => reference(_id)),
    roles: [put('roles', 'куратор')],
  }
  const activity = {
    _type: 'activity',
    _key: 'a',
    number: put('number'),
    text: put('title', 'Дело'),
    responsible: [responsibleOnes],
    extra: [{ _type: 'extraCell', _key: 'e', heading: 'Отметка', text: put('extra') }],
  }
  return {
    _id: 'r',
    _type: 'roadmap',
    title: put('title'),
    image: { _type: 'image', caption: put('caption') },
    body: [place === 'split' ? block(text.slice(0, half), text.slice(half)) : block(put('body'))],
    stages: [{ _type: 'stage', _key: 's', activities: [activity] }],
  }
}

function collectStrings(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  const children = 'children' in value && Array.isArray(value.children) ? value.children : []
  const joined = children
    .map((child: { text?: unknown }) => (typeof child.text === 'string' ? child.text : ''))
    .join('')
  return [joined, ...Object.values(value).flatMap(collectStrings)]
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) deepFreeze(inner)
    Object.freeze(value)
  }
  return value
}
