import { createClient } from '@sanity/client'
import { Hono } from 'hono'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createAccessFixture, ORIGIN, type AccessFixture } from '../access/access-fixture.ts'
import { LakeError } from '../errors.ts'
import { projectRoutes } from './project-routes.ts'

let fixture: AccessFixture
let app: Hono

beforeEach(() => {
  fixture = createAccessFixture()
  app = new Hono()
  const { access } = fixture
  const scopes = { areaOf: () => null }
  app.route('/v1', projectRoutes({ access, scopes, projectId: 'local', dataset: 'production' }))
  app.onError((error) => {
    if (error instanceof LakeError) return Response.json(error.body, { status: error.status })
    throw error
  })
})

afterEach(() => fixture.close())

async function get(path: string, token?: string) {
  const headers = new Headers(token === undefined ? [] : [['authorization', `Bearer ${token}`]])
  const response = await app.request(`${ORIGIN}/v1${path}`, { headers })
  return { status: response.status, body: await response.json() }
}

test.each([
  ['viewer', ['read', 'history']],
  ['editor', ['read', 'history', 'create', 'update']],
  ['administrator', ['read', 'history', 'create', 'update', 'manage']],
] as const)('a %s may %o', async (role, permissions) => {
  const token = fixture.access.accounts.addToken('проверка', role)
  const acl = await get('/projects/local/datasets/production/acl', token)
  expect(acl.body).toEqual([{ filter: '_id in path("**")', permissions }])
  expect((await get('/projects/local/datasets/production-comments/acl', token)).body).toEqual([])
})

test('the project names its members and datasets', async () => {
  const user = fixture.access.accounts.addUser('anna', 'administrator')
  const token = fixture.access.accounts.addToken('проверка', 'viewer')
  expect((await get('/projects/local', token)).body).toMatchObject({
    id: 'local',
    displayName: 'Копилка',
    members: [
      { id: user.id, roles: [{ name: 'administrator', title: 'Администратор' }], isCurrentUser: false },
    ],
  })
  expect((await get('/projects/local/datasets', token)).body).toMatchObject([{ name: 'production' }])
  expect((await get('/projects/local/grants', token)).body).toHaveProperty(['sanity.project'])
  expect((await get('/projects/local/user-applications', token)).body).toEqual([])
})

test.each([
  ['/projects/other', 'SIO-404-PNF'],
  ['/projects/other/datasets/production/acl', 'SIO-404-PNF'],
  ['/projects/local/datasets/other/acl', 'SIO-404-DNF'],
])('%s does not exist: %s', async (path, errorCode) => {
  const token = fixture.access.accounts.addToken('проверка', 'administrator')
  expect(await get(path, token)).toMatchObject({ status: 404, body: { statusCode: 404, errorCode } })
})

test.each([
  '/projects',
  '/projects/local',
  '/projects/local/grants',
  '/projects/local/datasets',
  '/projects/local/datasets/production/acl',
  '/projects/local/user-applications',
  '/datasets',
])('strangers do not see %s', async (path) => {
  fixture.access.accounts.addUser('anna', 'administrator')
  const { status, body } = await get(path)
  expect(status).toBe(401)
  expect(JSON.stringify(body)).not.toContain('anna')
})

test.each([
  ['/features', []],
  ['/access/requests/me', []],
  ['/journey/announcements', []],
  ['/journey/trial?studioVersion=6.16.0', {}],
  ['/journey/comments', null],
  ['/intake/telemetry-status', { status: 'denied' }],
  ['/ping', { pong: true }],
  ['/data/ping/production', { pong: true }],
])('the cloud service %s has nothing to say', async (path, body) => {
  expect(await get(path)).toEqual({ status: 200, body })
})

test('the official client reads projects and datasets', async () => {
  const client = createClient({
    projectId: 'local',
    dataset: 'production',
    apiVersion: '1',
    apiHost: ORIGIN,
    useProjectHostname: false,
    useCdn: false,
    token: fixture.access.accounts.addToken('проверка', 'viewer'),
    resolveFetch: () => async (url, init) => app.request(url, init),
  })
  expect(await client.datasets.list()).toMatchObject([{ name: 'production' }])
  expect(await client.projects.getById('local')).toMatchObject({ id: 'local' })
})
