import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { resolveRedirects } from './resolve-redirects.ts'

type Case = [
  name: string,
  former: [string, string][],
  now: Record<string, string>,
  below: string[],
  result: object,
]

/** Former addresses with their documents, addresses of documents now, further paths, and where former paths lead. */
test.each<Case>([
  ['nothing was renamed', [], { x: '/praktiki/a/' }, [], {}],
  ['a rename', [['/praktiki/a/', 'x']], { x: '/praktiki/b/' }, [], { '/praktiki/a/': '/praktiki/b/' }],
  [
    'two renames are no chain',
    [
      ['/praktiki/a/', 'x'],
      ['/praktiki/b/', 'x'],
    ],
    { x: '/praktiki/c/' },
    [],
    { '/praktiki/a/': '/praktiki/c/', '/praktiki/b/': '/praktiki/c/' },
  ],
  [
    'there and back again',
    [
      ['/praktiki/a/', 'x'],
      ['/praktiki/b/', 'x'],
    ],
    { x: '/praktiki/a/' },
    [],
    { '/praktiki/b/': '/praktiki/a/' },
  ],
  [
    'an address used anew belongs to its new document',
    [['/praktiki/a/', 'x']],
    { x: '/praktiki/b/', y: '/praktiki/a/' },
    [],
    {},
  ],
  ['a document that is gone leads nowhere', [['/praktiki/a/', 'x']], {}, ['/praktiki/'], {}],
  [
    'all that is below an organisation moves with it',
    [['/organizacii/a/', 'o']],
    { o: '/organizacii/b/' },
    ['/organizacii/b/karta/2024/', '/organizacii/b/rss.xml', '/organizacii/bc/'],
    {
      '/organizacii/a/': '/organizacii/b/',
      '/organizacii/a/karta/2024/': '/organizacii/b/karta/2024/',
      '/organizacii/a/rss.xml': '/organizacii/b/rss.xml',
    },
  ],
  [
    'organisation and roadmap were renamed',
    [
      ['/organizacii/a/', 'o'],
      ['/organizacii/b/karta/2023/', 'm'],
    ],
    { o: '/organizacii/b/', m: '/organizacii/b/karta/2024/' },
    [],
    {
      '/organizacii/a/': '/organizacii/b/',
      '/organizacii/a/karta/2023/': '/organizacii/b/karta/2024/',
      '/organizacii/a/karta/2024/': '/organizacii/b/karta/2024/',
      '/organizacii/b/karta/2023/': '/organizacii/b/karta/2024/',
    },
  ],
  [
    'two documents changed places',
    [
      ['/organizacii/a/', 'o'],
      ['/organizacii/b/', 'p'],
    ],
    { o: '/organizacii/b/', p: '/organizacii/a/' },
    ['/organizacii/b/karta/2024/'],
    { '/organizacii/a/karta/2024/': '/organizacii/b/karta/2024/' },
  ],
  [
    'the practices of a region stand elsewhere',
    [['/regiony/a/', 'r']],
    { r: '/regiony/b/' },
    ['/praktiki/region/b/', '/praktiki/region/b/stranica/2/'],
    {
      '/praktiki/region/a/': '/praktiki/region/b/',
      '/praktiki/region/a/stranica/2/': '/praktiki/region/b/stranica/2/',
      '/regiony/a/': '/regiony/b/',
    },
  ],
  [
    'an address below itself ends',
    [['/a/b/', 'x']],
    { x: '/a/' },
    [],
    expect.objectContaining({ '/a/b/': '/a/' }),
  ],
])('%s', (_, former, now, below, result) => {
  expect(Object.fromEntries(resolve(former, now, below))).toEqual(result)
})

function resolve(former: [string, string][], now: Record<string, string>, below: string[] = []) {
  const records = former.map(([address, target]) => ({ address, target }))
  return resolveRedirects(records, (id) => now[id] ?? null, new Set([...Object.values(now), ...below]))
}

const id = fc.constantFrom('x', 'y', 'z')
const address = fc.constantFrom('/a/', '/b/', '/c/', '/a/k/', '/b/k/', '/c/k/')

test('law: every redirect leads to a page, none stands at one, and the order of records does not matter', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(address, id), { maxLength: 8 }),
      fc.dictionary(id, address, { maxKeys: 3 }),
      (former, now) => {
        const found = resolve(former, now)
        const pages = new Set<string>(Object.values(now))
        for (const [from, to] of found) expect([pages.has(from), pages.has(to)]).toEqual([false, true])
        expect([...resolve(former.toReversed(), now)]).toEqual([...found])
      },
    ),
  )
})
