import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/** Which rooms the sources of a room may import from, beside their own (ARCHITECTURE.md). */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'content-schemas': [],
  lake: [],
  studio: ['content-schemas'],
  site: ['content-schemas'],
  publisher: ['content-schemas', 'site'],
  scripts: ['content-schemas', 'lake', 'studio', 'site', 'publisher'],
  tests: ['content-schemas', 'lake', 'studio', 'site', 'publisher', 'scripts'],
}
const ROOM_OF_ALIAS: Readonly<Record<string, string>> = {
  '#content': 'content-schemas',
  '#lake': 'lake',
  '#publisher': 'publisher',
  '#scripts': 'scripts',
  '#site': 'site',
  '#studio': 'studio',
}
const SOURCES = '**/*.{ts,tsx,mjs,js,astro}'
const READS_ENVIRONMENT = ['scripts/environment.ts', 'sanity.config.ts', 'sanity.cli.ts', 'astro.config.mjs']
const SQL =
  /\b(?:SELECT\s[\s\S]{1,200}?\sFROM|INSERT INTO|DELETE FROM|CREATE (?:TABLE|INDEX|UNIQUE INDEX|TRIGGER))\s/
const VAGUE_NAMES = /(?:^|\/)(?:utils?|helpers?|common|misc|shared|lib|types)(?:\/|\.[a-z]+$)/

interface Source {
  readonly path: string
  readonly room: string
  readonly text: string
  readonly imports: readonly string[]
}

const sources = [...Object.keys(MAY_IMPORT), '.'].flatMap(readRoom)
const inRooms = sources.filter(({ room }) => room !== '.')

test('there are sources to check', () => {
  const rooms = new Set(inRooms.map(({ room }) => room))
  expect([...rooms].toSorted()).toEqual(Object.keys(MAY_IMPORT).toSorted())
  expect(inRooms.filter(({ imports }) => imports.length > 0).length).toBeGreaterThan(100)
})

test('a room imports only from the rooms it may', () => {
  const trespasses = inRooms.flatMap((source) =>
    source.imports
      .map((specifier) => ({ specifier, room: findRoom(source, specifier) }))
      .filter(
        ({ room }) => room !== undefined && room !== source.room && !MAY_IMPORT[source.room]?.includes(room),
      )
      .map(({ specifier }) => `${source.path} imports ${specifier}`),
  )
  expect(trespasses).toEqual([])
})

test('imports are relative inside a room, by alias between rooms, and name the file', () => {
  const wrong = inRooms.flatMap((source) =>
    source.imports
      .filter((specifier) => {
        if (specifier.startsWith('#'))
          return findRoom(source, specifier) === source.room || !hasExtension(specifier)
        if (!specifier.startsWith('.')) return false
        return findRoom(source, specifier) !== source.room || !hasExtension(specifier)
      })
      .map((specifier) => `${source.path} imports ${specifier}`),
  )
  expect(wrong).toEqual([])
})

test('content-schemas knows neither Node nor React', () => {
  const offences = inRooms
    .filter(({ room, path }) => room === 'content-schemas' && !path.endsWith('.test.ts'))
    .flatMap(({ path, imports }) =>
      imports
        .filter((specifier) => /^(?:node:|react(?:$|[-/])|sanity(?:$|\/))/.test(specifier))
        .map((specifier) => `${path} imports ${specifier}`),
    )
  expect(offences).toEqual([])
})

test('SQL is written in lake/store only', () => {
  const offenders = inRooms
    .filter(
      ({ path, text }) => SQL.test(text) && !path.startsWith('lake/store/') && !path.endsWith('.test.ts'),
    )
    .map(({ path }) => path)
  expect(offenders).toEqual([])
})

test('the environment is read in one file and in the thin configurations', () => {
  const readers = sources.filter(
    ({ text, path }) => /\bprocess\.env\b/.test(text) && !path.endsWith('.test.ts'),
  )
  expect(readers.map(({ path }) => path).filter((path) => !READS_ENVIRONMENT.includes(path))).toEqual([])
})

test('a name says what is in a file or folder', () => {
  expect(
    inRooms
      .map(({ path }) => path)
      .filter((path) => VAGUE_NAMES.test(path) && !path.startsWith('content-schemas/generated/')),
  ).toEqual([])
  const files = inRooms
    .map(({ path }) => path.split('/').at(-1) ?? '')
    .filter((name) => /\.(?:ts|mjs)$/.test(name))
  expect(
    files.filter(
      (name) => !/^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/.test(name.replaceAll(/\[(?:\.{3})?([a-z]+)\]/g, '$1')),
    ),
  ).toEqual([])
})

test.each([
  [
    "import a from './a.ts'\nexport { b } from '#content/b.ts'\nconst c = await import('../c.ts')",
    ['./a.ts', '#content/b.ts', '../c.ts'],
  ],
  ["import type { A } from '#lake/a.ts'\nimport './b.css'", ['#lake/a.ts', './b.css']],
  ["// import a from './a.ts'\nconst text = \"import b from './b.ts'\"", []],
])('imports are read from %j', (text, imports) => {
  expect(readImports('x.ts', text)).toEqual(imports)
})

test.each([
  [
    "---\nimport A from './A.astro'\n---\n<A />\n<script>\nimport { b } from './b.ts'\n</script>",
    ['./A.astro', './b.ts'],
  ],
  ['<p>import a from "b"</p>', []],
])('imports are read from the component %j', (text, imports) => {
  expect(readImports('x.astro', text)).toEqual(imports)
})

function readRoom(room: string): Source[] {
  const pattern = room === '.' ? '*.{ts,mjs}' : SOURCES
  return globSync(pattern, { cwd: join(root, room) }).map((file) => {
    const path = room === '.' ? file : join(room, file)
    const text = readFileSync(join(root, path), 'utf8')
    return { path, room, text, imports: readImports(path, text) }
  })
}

/** Specifiers of static, type-only and dynamic imports and re-exports. */
function readImports(path: string, text: string): string[] {
  if (!path.endsWith('.astro'))
    return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName)
  const frontmatter = /^\s*---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? ''
  const scripts = [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? '')
  return [frontmatter, ...scripts].flatMap((code) => readImports('component.ts', code))
}

/** The room an import leads to, undefined for packages. */
function findRoom(source: Source, specifier: string): string | undefined {
  if (specifier.startsWith('#')) return ROOM_OF_ALIAS[specifier.split('/')[0] ?? ''] ?? specifier
  if (!specifier.startsWith('.')) return undefined
  return join(source.path, '..', specifier).split('/')[0]
}

function hasExtension(specifier: string): boolean {
  return /\.(?:ts|tsx|mjs|js|astro|json|css|svg|html)(?:\?[a-z&=]+)?$/.test(specifier)
}
