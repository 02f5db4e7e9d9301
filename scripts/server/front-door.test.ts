import { expect, test } from 'vitest'
import { createFrontDoor } from './front-door.ts'
import type { Rooms } from './front-door.ts'

const rooms: Rooms = {
  lake: { fetch: async (request) => new Response(`lake ${new URL(request.url).pathname}`) },
  studio: (c) => c.text(`studio ${c.req.path}`),
  preview: (c) => c.text(`preview ${c.req.path}`),
  publisher: (c) => c.text(`publisher ${c.req.path}`),
  site: (c) => c.text(`site ${c.req.path}`),
}
const nothingYet: Rooms = { lake: null, studio: null, preview: null, publisher: null, site: null }

function door(behind: Rooms, errors: Error[] = []) {
  return createFrontDoor(behind, (error) => errors.push(error))
}

test.each([
  ['/v1/users/me', 'lake'],
  ['/vX/data/live/events/production', 'lake'],
  ['/v2025-02-19/data/query/production', 'lake'],
  ['/images/local/production/a-1x1.png', 'lake'],
  ['/files/local/production/a.pdf', 'lake'],
  ['/socket/production', 'lake'],
  ['/studio', 'studio'],
  ['/studio/structure/practice', 'studio'],
  ['/preview', 'preview'],
  ['/preview/praktiki/x/', 'preview'],
  ['/publisher/status', 'publisher'],
  ['/', 'site'],
  ['/vse-o-nastavnichestve/', 'site'],
  ['/v1x/', 'site'],
  ['/studiya/', 'site'],
  ['/previewer/', 'site'],
])('%s goes to the %s', async (path, room) => {
  expect(await (await door(rooms).request(path)).text()).toBe(`${room} ${path}`)
})

test.each(['GET', 'HEAD', 'POST', 'PUT', 'OPTIONS'])('the lake gets %s', async (method) => {
  expect((await door(rooms).request('/v1/x', { method })).status).toBe(200)
})

test.each(['/', '/studio', '/preview/'])('%s says in words that it is not ready yet', async (path) => {
  const response = await door(nothingYet).request(path)
  expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '10'])
  expect(await response.text()).toContain('запускается')
})

test('a room that is put in place later answers', async () => {
  const behind = { ...nothingYet }
  const app = door(behind)
  behind.site = rooms.site
  expect(await (await app.request('/')).text()).toBe('site /')
})

test('without a lake of its own there is no API', async () => {
  expect((await door({ ...rooms, lake: null }).request('/v1/users/me')).status).toBe(404)
})

test.each(['/', '/studio', '/v1/users/me', '/preview/visual-editing.js'])(
  '%s keeps browsers careful',
  async (path) => {
    for (const behind of [rooms, nothingYet]) {
      const { headers } = await door(behind).request(path)
      expect([headers.get('X-Content-Type-Options'), headers.get('Referrer-Policy')]).toEqual([
        'nosniff',
        'same-origin',
      ])
    }
  },
)

test('the script for previews comes from the Studio', async () => {
  const response = await door(rooms).request('/preview/visual-editing.js')
  expect([response.status, response.headers.get('Location')]).toEqual([
    302,
    '/studio/preview/visual-editing.js',
  ])
})

test.each([
  ['text/html,*/*;q=0.8', /^<!doctype html>[\s\S]*<h1>Копилка запускается<\/h1>/],
  ['application/json', /^Копилка запускается\. Обновите/],
])('while it starts, who asks for %s is told to wait', async (Accept, words) => {
  const response = await door({ ...rooms, site: null }).request('/', { headers: { Accept } })
  expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '10'])
  expect(await response.text()).toMatch(words)
})

test('an error is reported and shows nothing of itself', async () => {
  const errors: Error[] = []
  const broken: Rooms = {
    ...rooms,
    site: () => {
      throw new Error('secret path')
    },
  }
  const response = await door(broken, errors).request('/')
  expect(response.status).toBe(500)
  expect(await response.text()).not.toContain('secret')
  expect(errors.map(({ message }) => message)).toEqual(['secret path'])
})
