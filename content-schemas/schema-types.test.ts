import { expect, test } from 'vitest'
import { CONTENT_DOCUMENT_TYPES } from './documents/content-document-types.ts'
import { documentTypes, schemaTypes } from './schema-types.ts'

interface Described {
  readonly path: string
  readonly title: string | undefined
  readonly description: string | undefined
}

/** Names that are written in Latin letters in Russian too. */
const LATIN_NAMES = /\b(?:Telegram|CC BY(?:-NC)?|Word|PDF|https?:\/\/|mailto:|tel:|II)(?!\w)/g
const FORBIDDEN_WORDS = /slug|dataset|groq|слаг|датасет|референс|валид/i

const described = schemaTypes.flatMap((type) => collectDescribed(type.name, type))

test('no two types have one name', () => {
  const names = schemaTypes.map((type) => type.name)
  expect(new Set(names).size).toBe(names.length)
})

test('every document type is a content document type', () => {
  expect(documentTypes.map((type) => type.name).toSorted()).toEqual([...CONTENT_DOCUMENT_TYPES].toSorted())
})

test('every type, field, choice, group and ordering has a Russian title', () => {
  expect(described.length).toBeGreaterThan(500)
  expect(described.filter(({ title = '' }) => !/[а-яё]|^Telegram$/i.test(title))).toEqual([])
})

test('titles and descriptions have no foreign letters and no words of programmers', () => {
  const foreign = described.filter(({ title = '', description = '' }) => {
    const words = `${title} ${description}`.replaceAll(LATIN_NAMES, '')
    return /[a-z]/i.test(words) || FORBIDDEN_WORDS.test(words)
  })
  expect(foreign).toEqual([])
})

test.each(documentTypes.map((type) => [type.name, type] as const))(
  '%s has a preview and says what to do',
  (_, type) => {
    expect(type.preview).toBeDefined()
    const messages = collectMessages(type)
    expect(messages.length).toBeGreaterThan(0)
    for (const message of messages) {
      expect(message).toMatch(/^[А-ЯЁ].*[.»/]$|https:\/\/$/u)
      expect(message.length).toBeGreaterThan(15)
    }
  },
)

test('an address is made of Russian words', () => {
  const slugs = documentTypes
    .flatMap((type) => readList(type, 'fields'))
    .filter((field) => readText(field, 'name') === 'slug')
  expect(slugs.length).toBe(12)
  for (const slug of slugs) expect(readSlugify(slug)('Курганская область')).toBe('kurganskaya-oblast')
})

function readSlugify(field: unknown): (text: string) => unknown {
  const options: unknown =
    typeof field === 'object' && field !== null && 'options' in field ? field.options : undefined
  if (typeof options !== 'object' || options === null || !('slugify' in options))
    throw new Error('No slugify.')
  const { slugify } = options
  if (typeof slugify !== 'function') throw new Error('Slugify is no function.')
  return (text) => slugify(text)
}

/** Titles and descriptions of a type, its fields, choices, groups and members, however deep. */
function collectDescribed(path: string, value: unknown): Described[] {
  if (typeof value !== 'object' || value === null) return []
  const isTitled = 'name' in value || 'title' in value || 'value' in value
  const own =
    isTitled && !('marks' in value)
      ? [{ path, title: readText(value, 'title'), description: readText(value, 'description') }]
      : []
  const inner = [
    'fields',
    'fieldsets',
    'groups',
    'orderings',
    'styles',
    'lists',
    'decorators',
    'annotations',
    'list',
  ].flatMap((list) =>
    readList(value, list).flatMap((item, index) =>
      collectDescribed(`${path}.${readText(item, 'name') ?? readText(item, 'value') ?? index}`, item),
    ),
  )
  const nested = ['options', 'marks'].flatMap((name) => collectInner(path, value, name))
  const members = readList(value, 'of').flatMap((member) => collectInner(path, { member }, 'member'))
  return [...own, ...inner, ...nested, ...members]
}

function collectInner(path: string, value: object, name: string): Described[] {
  const inner = new Map<string, unknown>(Object.entries(value)).get(name)
  return typeof inner === 'object' && inner !== null
    ? collectDescribed(path, { ...inner, name: undefined, title: undefined }).filter(
        (each) => each.path !== path,
      )
    : []
}

function readText(value: unknown, name: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const text = new Map<string, unknown>(Object.entries(value)).get(name)
  return typeof text === 'string' ? text : undefined
}

function readList(value: object, name: string): unknown[] {
  const list = new Map<string, unknown>(Object.entries(value)).get(name)
  return Array.isArray(list) ? list : []
}

/** Messages that the validation of a type and its fields may give, read with a rule that takes any call. */
function collectMessages(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const messages: string[] = []
  const rule: object = new Proxy(
    {},
    {
      get: (_, name) => (message: unknown) => {
        if ((name === 'error' || name === 'warning') && typeof message === 'string') messages.push(message)
        return rule
      },
    },
  )
  if ('validation' in value && typeof value.validation === 'function') value.validation(rule)
  return [...messages, ...readList(value, 'fields').flatMap((field) => collectMessages(field))]
}
