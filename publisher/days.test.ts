import { afterEach, beforeEach, expect, test } from 'vitest'
import { author, openPublishingScene, practice, school } from './test-doubles/publishing-scene.ts'
import type { PublishingScene } from './test-doubles/publishing-scene.ts'

const PAGE = 'praktiki/chitaem/index.html'
const FAR_PAGE = 'praktiki/vulkany/index.html'
const farSchool = {
  _id: 'o2',
  _type: 'organization',
  slug: 'petropavlovsk',
  name: 'Школа № 2',
  timeZone: 'Asia/Kamchatka',
}
const farPractice = { ...practice, _id: 'x2', slug: 'vulkany', title: 'Вулканы', organization: 'o2' }

let scene: PublishingScene

beforeEach(async () => {
  scene = await openPublishingScene([school, farSchool, author, practice, farPractice])
})
afterEach(() => scene.close())

/** Pages that are rendered because it is so late now. */
async function renderedAt(moment: string): Promise<string[]> {
  scene.rendered = []
  scene.clock = new Date(moment)
  await scene.publisher.tick()
  return scene.rendered
}

test('a consent that ends with the day takes the name off at midnight', async () => {
  await scene.put({ ...author, consentUntil: '2026-09-01' })
  await renderedAt('2026-09-01T20:59:00Z')
  expect(await scene.page(PAGE)).toContain('Иванова')
  await renderedAt('2026-09-01T21:00:00Z')
  expect(await scene.page(PAGE)).not.toContain('Иванова')
})

test('pages that depend on the day are rendered at the midnight of their time zone, and no others', async () => {
  await renderedAt('2026-09-30T11:59:00Z')
  expect(await renderedAt('2026-09-30T12:00:00Z')).toEqual(['/praktiki/vulkany/'])
  expect(await scene.page(FAR_PAGE)).toContain('Срок прошёл')
  expect(await scene.page(PAGE)).toContain('Идёт')
  expect(await renderedAt('2026-09-30T20:59:00Z')).toEqual([])
  expect(await renderedAt('2026-09-30T21:00:00Z')).toEqual(['/praktiki/chitaem/'])
  expect(await scene.page(PAGE)).toContain('Срок прошёл')
})

test('a restart renders what the midnights in between changed', async () => {
  await renderedAt('2026-09-30T11:59:00Z')
  scene.clock = new Date('2026-09-30T13:00:00Z')
  await scene.restart()
  expect(scene.rendered).toEqual(['/praktiki/vulkany/'])
})

test('with another time zone of its school a page has another day', async () => {
  await renderedAt('2026-09-30T12:00:00Z')
  await scene.put({ ...school, timeZone: 'Asia/Kamchatka' })
  expect(await scene.page(PAGE)).toContain('Срок прошёл')
})
