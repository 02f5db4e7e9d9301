import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { createPublicDocuments } from '../documents/public-documents.ts'
import type { RenderedPage } from '../site-bundle/built-site.ts'
import { createFakeSite, fakeRules } from '../test-doubles/fake-site.ts'
import { createMemorySource } from '../test-doubles/memory-source.ts'
import { createPreview } from './render-preview.ts'
import { addPreviewParts, rewriteLinks } from './rewrite-links.ts'
import { servePreview } from './serve-preview.ts'

const practice = { _id: 'x1', _type: 'practice', slug: 'chitaem', title: 'Читаем вместе', organization: 'o1' }

function scene() {
  const source = createMemorySource()
  const published = createPublicDocuments(fakeRules, '2026-09-01')
  const preview = createPreview({
    source,
    published,
    rules: fakeRules,
    createSite: createFakeSite,
    origin: 'https://example.ru',
    now: () => new Date('2026-09-01T09:00:00Z'),
    mapText: (document) => document,
  })
  return {
    source,
    preview,
    publish: (document: typeof practice) => {
      published.update([document])
      preview.publishedChanged([document._id])
    },
    unpublish: (id: string) => {
      published.update([], [id])
      preview.publishedChanged([id])
    },
    show: async (path: string): Promise<string> => {
      const page = await preview.render(path)
      return page.status === 200 ? String(page.body) : String(page.status)
    },
  }
}

test('shows a draft in the place of the published document', async () => {
  const { source, publish, show } = scene()
  publish(practice)
  expect(await show('/praktiki/chitaem/')).toContain('Читаем вместе')
  source.put({ ...practice, _id: 'drafts.x1', title: 'Черновик' })
  expect(await show('/praktiki/chitaem/')).toContain('Черновик')
  source.put({ ...practice, _id: 'drafts.x1', title: 'Правка' })
  expect(await show('/praktiki/')).toContain('Правка')
  source.remove('drafts.x1')
  expect(await show('/praktiki/chitaem/')).toContain('Читаем вместе')
})

test('shows a document that was never published, and follows what is published meanwhile', async () => {
  const { source, publish, unpublish, show } = scene()
  source.put({ ...practice, _id: 'drafts.x2', slug: 'novaya' })
  expect(await show('/praktiki/novaya/')).toContain('Читаем вместе')
  expect(await show('/praktiki/chitaem/')).toBe('404')
  publish(practice)
  expect(await show('/praktiki/chitaem/')).toContain('Читаем вместе')
  unpublish('x1')
  expect(await show('/praktiki/chitaem/')).toBe('404')
})

test('shows an unfinished draft as far as it goes', async () => {
  const { source, show } = scene()
  source.put({ _id: 'drafts.x3', _type: 'practice', slug: 'pustaya' })
  expect(await show('/praktiki/pustaya/')).toContain('<h1></h1>')
})

test('shows only the drafts that whoever looks may see, whoever looked before', async () => {
  const { source, preview, show } = scene()
  source.put({ ...practice, _id: 'drafts.x1', title: 'Чужой черновик' })
  const showWithout = async () => String((await preview.render('/praktiki/chitaem/', () => false)).body)
  expect(await show('/praktiki/chitaem/')).toContain('Чужой черновик')
  expect(await showWithout()).not.toContain('Чужой черновик')
  expect(await show('/praktiki/chitaem/')).toContain('Чужой черновик')
})

test('does not show the name of a person without consent', async () => {
  const { source, show } = scene()
  source.put({ _id: 'drafts.p1', _type: 'person', name: 'Иванова А.А.', consentUntil: '2020-01-01' })
  source.put({ ...practice, _id: 'drafts.x1', author: 'p1' })
  expect(await show('/praktiki/chitaem/')).not.toContain('Иванова')
})

const html = '<html><head><title>x</title></head><body><a href="/praktiki/">Практики</a></body></html>'

function served(page: Partial<RenderedPage> | Error, signedIn = true, reportError = (_error: unknown) => {}) {
  const render = async (): Promise<RenderedPage> => {
    if (page instanceof Error) throw page
    return { status: 200, contentType: 'text/html; charset=utf-8', body: html, reads: [], ...page }
  }
  return new Hono()
    .get(
      '/preview/*',
      servePreview(render, () => signedIn, reportError),
    )
    .request('/preview/praktiki/')
}

test('a served preview is not cached, not indexed, and stays inside the preview', async () => {
  const response = await served({})
  expect(response.headers.get('Cache-Control')).toBe('private, no-store')
  expect(response.headers.get('X-Robots-Tag')).toBe('noindex, nofollow')
  const text = await response.text()
  expect(text).toContain('<a href="/preview/praktiki/">')
  expect(text).toContain('<meta name="robots" content="noindex, nofollow">')
  expect(text).toContain('src="/preview/visual-editing.js"')
})

test('who is not signed in is sent to the Studio and sees nothing', async () => {
  const response = await served({}, false)
  expect([response.status, response.headers.get('Location'), await response.text()]).toEqual([
    302,
    '/studio/',
    '',
  ])
})

test('a draft that cannot be rendered says so in words', async () => {
  const errors: unknown[] = []
  const response = await served(new Error('no slug'), true, (error) => errors.push(error))
  expect([response.status, errors.length]).toEqual([500, 1])
  expect(await response.text()).toContain('не хватает полей')
})

test('a file that is not a page is left as it is', async () => {
  const response = await served({ contentType: 'text/calendar', body: 'BEGIN:VCALENDAR' })
  expect(await response.text()).toBe('BEGIN:VCALENDAR')
})

test.each([
  ['<a class="b" href="/x/?a=1#b">', '<a class="b" href="/preview/x/?a=1#b">'],
  ['<form method="get" action="/poisk/">', '<form method="get" action="/preview/poisk/">'],
  ['<a href="/">', '<a href="/preview/">'],
  ["<a href='/x/'>", "<a href='/preview/x/'>"],
  ['<a href="//example.ru/">', '<a href="//example.ru/">'],
  ['<a href="https://example.ru/x/">', '<a href="https://example.ru/x/">'],
  ['<a href="#main">', '<a href="#main">'],
  ['<a href="/images/local/production/a.jpg">', '<a href="/images/local/production/a.jpg">'],
  ['<a href="/files/local/production/a.pdf">', '<a href="/files/local/production/a.pdf">'],
  ['<link href="/_astro/a.css">', '<link href="/_astro/a.css">'],
  ['<img src="/images/a.jpg">', '<img src="/images/a.jpg">'],
])('%s becomes %s', (before, after) => {
  expect(rewriteLinks(before, '/preview')).toBe(after)
})

test('a page without a head gets the parts at its end', () => {
  expect(addPreviewParts('<p>x</p>', '/s.js')).toMatch(/^<p>x<\/p><meta/)
})
