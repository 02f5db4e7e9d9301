import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { usEnglishLocale } from 'sanity'
import { describe, expect, test } from 'vitest'
import { type NamespaceStrings, readInstalledStrings } from './installed-strings.ts'
import { HARD_CODED_WORDS } from './hard-coded-words.ts'
import { RUSSIAN_STRINGS } from './russian-strings.ts'
import { UNDEFINED_STRINGS } from './undefined-strings.ts'

const PLURAL = /^(.+)_(one|other|zero)$/
const RUSSIAN_FORMS = ['one', 'few', 'many', 'other'] as const

const packages = join(import.meta.dirname, '../../node_modules')
const undefinedStrings: Readonly<Record<string, Readonly<Record<string, string>>>> = UNDEFINED_STRINGS
const installed = await readInstalledStrings(packages)

test('every string of the English locale that the Studio exports was found', () => {
  for (const bundle of usEnglishLocale.bundles ?? []) {
    expect(installed.get(bundle.namespace)).toEqual(bundle.resources)
  }
  expect(installed.size).toBeGreaterThan(usEnglishLocale.bundles?.length ?? 0)
})

test('there are Russian words for each namespace of the installed Studio and for no other', () => {
  expect(Object.keys(RUSSIAN_STRINGS).toSorted()).toEqual([...installed.keys()].toSorted())
})

describe.each([...installed])('namespace %s', (namespace, english) => {
  const russian = RUSSIAN_STRINGS[namespace] ?? {}

  test('has each key, with the four Russian plural forms, and no other', () => {
    const undefinedKeys = Object.keys(undefinedStrings[namespace] ?? {})
    expect(Object.keys(russian).toSorted()).toEqual([...russianKeys(english), ...undefinedKeys].toSorted())
  })

  test('has the variables and tags of the English', () => {
    for (const [key, text] of Object.entries(russian)) {
      if (key in (undefinedStrings[namespace] ?? {})) continue
      expect({ key, parts: partsOf(text) }).toEqual({ key, parts: partsOf(englishFor(key, english)) })
    }
  })

  test('is in Russian', () => {
    const unread = Object.entries(russian).filter(
      ([key, text]) => wordsOf(text).length > 0 && !isName(key, text),
    )
    expect(unread.filter(([, text]) => !/[а-яё]/i.test(wordsOf(text)))).toEqual([])
  })
})

test('the Studio asks for each key that it does not define', async () => {
  const code = await studioCode()
  const strings = Object.entries(UNDEFINED_STRINGS).flatMap(([namespace, words]) =>
    Object.keys(words).map((key) => ({ key, english: installed.get(namespace) ?? {} })),
  )
  expect(strings.filter(({ key, english }) => key in english)).toEqual([])
  const asked = ({ key }: { key: string }) => code.includes(`"${key.replace(/_\w+$/, '')}"`)
  expect(strings.filter((string) => !asked(string))).toEqual([])
})

test('each hard-coded word stands in the code of the Studio and is said in Russian', async () => {
  const code = await studioCode()
  expect(HARD_CODED_WORDS.filter(([english]) => !code.includes(english))).toEqual([])
  const unsaid = HARD_CODED_WORDS.filter(([, russian]) => !/[а-яё]/i.test(russian) && !russian.endsWith('""'))
  expect(unsaid).toEqual([])
})

test('no word stands for another in the terms that editors meet most', () => {
  const all = Object.values(RUSSIAN_STRINGS).flatMap((strings) => Object.values(strings))
  const banned = /слаг|датасет|ассет|воркспейс|референс|драфт|запаблиш|нажмите сюда|пожалуйста|\.{3}/i
  expect(all.filter((text) => banned.test(text))).toEqual([])
})

async function studioCode(): Promise<string> {
  const folders = ['sanity/lib', '@sanity/ui/dist', '@sanity/visual-editing/dist']
  return (await Promise.all(folders.map((folder) => codeIn(join(packages, folder))))).join('\n')
}

async function codeIn(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.js'))
  return (await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).join('\n')
}

/** The keys that Russian needs for the English ones: four forms instead of two, `zero` where English has it. */
function russianKeys(english: NamespaceStrings): string[] {
  const keys = Object.keys(english).flatMap((key) => {
    const [, base, form] = PLURAL.exec(key) ?? []
    if (base === undefined) return [key]
    return form === 'zero' ? [key] : RUSSIAN_FORMS.map((russian) => `${base}_${russian}`)
  })
  return [...new Set(keys)]
}

/** The English that a Russian form says: its own form where there is one, the plural for the others. */
function englishFor(key: string, english: NamespaceStrings): string {
  const base = /^(.+)_(one|few|many|other)$/.exec(key)?.[1]
  return english[`${base}_other`] ?? english[key] ?? english[`${base}_one`] ?? ''
}

/** Variables `{{x}}` and tags `<X>` of a string, in no order. */
function partsOf(text: string): string[] {
  const parts = text.match(/\{\{[^}]+\}\}|<\/?[A-Za-z]\w*\s*\/?>/g) ?? []
  return [...new Set(parts)].toSorted()
}

function wordsOf(text: string): string {
  return text.replaceAll(/\{\{[^}]+\}\}|<[^>]+>|[^\p{L}]/gu, '')
}

function isName(key: string, text: string): boolean {
  return /^(Sanity Studio|Canvas|GitHub|CSV|JSON)\b/.test(text) || key.endsWith('.placeholder')
}
