import { stegaClean } from '@sanity/client/stega'
import { expect, test } from 'vitest'
import { createFakeSite, fakeRules } from '../test-doubles/fake-site.ts'
import { createMemorySource } from '../test-doubles/memory-source.ts'
import { createPublicDocuments } from '../documents/public-documents.ts'
import type { BuiltSite, SiteOptions } from '../site-bundle/built-site.ts'
import { createFieldMarks, hasMarks } from './field-marks.ts'
import type { MapText } from './field-marks.ts'
import { createPreview } from './render-preview.ts'

const STUDIO = 'https://example.ru/studio'
const INVISIBLE = /[\u200B-\u200D\u2060-\u2064\uFEFF]/
const practice = { _id: 'x1', _type: 'practice', slug: 'chitaem', title: 'Читаем вместе', organization: 'o1' }

const markTitle: MapText = (document, replace) => {
  const title = document['title']
  return typeof title === 'string' ? { ...document, title: replace(title, "$['title']") } : document
}

function marked(html: (title: string) => string): string {
  const marks = createFieldMarks(markTitle, STUDIO)
  return marks.writeOut(html(String(marks.mark(practice)['title'])))
}

test('a text that is seen names its field, and looks as before', () => {
  const html = marked((title) => `<h1>${title}</h1><p>${title} и другие</p>`)
  expect(html.match(new RegExp(`${INVISIBLE.source}{50,}`, 'g'))).toHaveLength(2)
  expect(stegaClean(html)).toBe('<h1>Читаем вместе</h1><p>Читаем вместе и другие</p>')
})

test.each([
  (title: string) => `<title>${title}</title>`,
  (title: string) => `<meta content="${title}">`,
  (title: string) => `<img alt="${title}"><a title='${title}'>x</a>`,
  (title: string) => `<script type="application/ld+json">{"name":"${title}"}</script>`,
  (title: string) => `<option value="x">${title}</option>`,
])('a text that nobody sees stays clean: %#', (html) => {
  expect(marked(html)).toBe(html(practice.title))
})

test('there may be more texts than marks', () => {
  const marks = createFieldMarks(markTitle, STUDIO)
  const titles = Array.from({ length: 7000 }, () => String(marks.mark(practice)['title']))
  expect(titles.filter(hasMarks)).toHaveLength(6400)
  expect(titles.at(-1)).toBe(practice.title)
})

function preview(createSite: (options: SiteOptions) => BuiltSite) {
  const published = createPublicDocuments(fakeRules, '2026-09-01')
  published.update([practice])
  const draft = createPreview({
    source: createMemorySource(),
    published,
    rules: fakeRules,
    createSite,
    origin: 'https://example.ru',
    now: () => new Date('2026-09-01T09:00:00Z'),
    mapText: markTitle,
  })
  return async (path: string) => String((await draft.render(path)).body)
}

test('a preview marks what a page shows, and only for that page', async () => {
  const show = preview(createFakeSite)
  for (const path of ['/praktiki/chitaem/', '/praktiki/', '/praktiki/chitaem/']) {
    const html = await show(path)
    expect(html).toMatch(INVISIBLE)
    expect(hasMarks(html)).toBe(false)
    expect(stegaClean(html)).toContain('Читаем вместе<')
  }
})

/** A site whose pages tell how long they are. */
function counting(options: SiteOptions): BuiltSite {
  const site = createFakeSite(options)
  return {
    ...site,
    async render(path) {
      const page = await site.render(path)
      return { ...page, body: `${String(page.body)}<p>${String(page.body).length}</p>` }
    },
  }
}

test('a page that would be another one with marks is shown without them', async () => {
  expect(await preview(counting)('/praktiki/chitaem/')).not.toMatch(INVISIBLE)
})
