import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { LakeError } from '../errors.ts'
import { accountRoutes } from './account-routes.ts'
import { openAccess, type Access } from './open-access.ts'

export const ORIGIN = 'http://lake.test'

/** For tests: an access room in a folder of its own, its routes under `/v1`, and a clock that is moved by hand. */
export interface AccessFixture {
  access: Access
  app: Hono
  dataDir: string
  moveClock(milliseconds: number): void
  now: () => Date
  /** Requests as a page of the lake's own origin would make them. */
  get(path: string, headers?: Record<string, string>): Promise<Response>
  post(path: string, form: Record<string, string>, headers?: Record<string, string>): Promise<Response>
  /** Adds a user and signs in by link. @returns the `Cookie` header */
  signIn(login: string, role: 'viewer' | 'editor' | 'administrator'): Promise<string>
  close(): void
}

export function createAccessFixture(origin?: string): AccessFixture {
  const dataDir = mkdtempSync(join(tmpdir(), 'kopilka-access-'))
  let time = Date.parse('2026-09-01T09:00:00.000Z')
  const now = () => new Date(time)
  const access = openAccess({ dataDir, now, origin })
  const app = new Hono()
  app.route('/v1', accountRoutes({ access, origin }))
  app.onError((error) => {
    if (error instanceof LakeError) return Response.json(error.body, { status: error.status })
    throw error
  })
  const request = (path: string, init: RequestInit) => Promise.resolve(app.request(`${ORIGIN}${path}`, init))

  return {
    access,
    app,
    dataDir,
    now,
    moveClock: (milliseconds) => void (time += milliseconds),
    get: (path, headers = {}) => request(path, { headers }),
    post: (path, form, headers = {}) =>
      request(path, {
        method: 'POST',
        body: new URLSearchParams(form),
        headers: { origin: ORIGIN, ...headers },
      }),
    async signIn(login, role) {
      access.accounts.addUser(login, role)
      return readCookie(await request(access.accounts.createSignInLink(login), {}))
    },
    close() {
      access.close()
      rmSync(dataDir, { recursive: true })
    },
  }
}

/** The `Cookie` header that a browser would send after this answer. */
export function readCookie(response: Response): string {
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}
