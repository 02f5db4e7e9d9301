import { Hono } from 'hono'

/** What the Studio asks of Sanity's cloud, and what a lake of one's own has to say to it: nothing, politely. */
const ANSWERS = [
  ['GET', '/features', []],
  ['GET', '/access/requests/me', []],
  ['GET', '/projects/:project/datasets/:dataset/settings/embeddings', { enabled: false, status: 'disabled' }],
  ['GET', '/journey/announcements', []],
  ['GET', '/journey/trial', {}],
  ['GET', '/journey/trial/override', {}],
  ['GET', '/journey/:offer', null],
  ['POST', '/journey/trial/:id', {}],
  ['GET', '/intake/telemetry-status', { status: 'denied' }],
  ['POST', '/intake/batch', {}],
  ['GET', '/help', {}],
  ['GET', '/ping', { pong: true }],
  ['GET', '/data/ping/:dataset', { pong: true }],
] as const

/** No optional features, no offers, no announcements, no telemetry. Mount below `/v…`. */
export function stubRoutes(): Hono {
  const routes = new Hono()
  for (const [method, path, answer] of ANSWERS) routes.on(method, path, (c) => c.json(answer))
  return routes
}
