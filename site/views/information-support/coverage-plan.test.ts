import { expect, test } from 'vitest'
import { createContentStore } from '../../content/content-store.ts'
import {
  activityOf,
  coverage,
  deadlineOf,
  fixtureDocuments,
  fixtureOf,
  reference,
  roadmap,
  slug,
} from '../../content/site.fixture.ts'
import { viewCell } from './coverage-matrix.ts'
import { planCoverage } from './coverage-plan.ts'
import { describeShare, shareOf } from './support-summary.ts'

const planOn = (today: string, map = roadmap) =>
  planCoverage(
    map,
    createContentStore({
      origin: 'https://kopilka.example',
      today,
      documents: [...fixtureDocuments, map],
    }).reader(() => {}),
  )

const statesOn = (today: string) =>
  planOn(today).stages.flatMap(({ activities }) => activities.map(({ key, state }) => `${key} ${state}`))

test('what was published is covered, what has passed waits, the rest is not due', () => {
  expect(statesOn('2025-03-15')).toEqual([
    's1a1 covered',
    's1a2 waiting',
    's2a1 not-due',
    's3a1 not-due',
    's3a2 not-due',
  ])
})

test('the day after a deadline its activity begins to wait', () => {
  expect(statesOn('2025-03-31')).toContain('s3a1 not-due')
  expect(statesOn('2025-04-01')).toContain('s3a1 waiting')
})

test('the share counts what was due or covered', () => {
  const plan = planOn('2025-03-15')
  expect([plan.covered, plan.due, shareOf(plan)]).toEqual([1, 2, 50])
  expect(describeShare(plan).replaceAll('\u00A0', ' ')).toBe(
    'Освещено 1 из 2 мероприятий, срок которых наступил.',
  )
})

test('information support is a promise, not a subject', () => {
  const plan = planOn('2026-01-01')
  expect(plan.promises.map(({ key }) => key)).toEqual(['s4a1'])
  expect(plan.stages.map(({ key }) => key)).toEqual(['s1', 's2', 's3'])
  expect(plan.channels).toEqual(['site', 'vk'])
})

test('a plan that promises nothing waits for nothing', () => {
  const map = {
    ...roadmap,
    _id: 'silent',
    stages: [
      {
        _type: 'stage' as const,
        _key: 's1',
        activities: [
          activityOf('s1a1', 'Дело', {
            deadlines: [deadlineOf('Май 2024', 'month', '2024-05-01', '2024-05-31')],
          }),
        ],
      },
    ],
  }
  const plan = planOn('2025-01-01', map)
  expect(plan.stages[0]?.activities[0]?.state).toBe('not-due')
  expect(describeShare(plan)).toBe('Эта карта не обещает рассказывать о своих мероприятиях.')
})

test.each([
  ['site', 'published', '/publikacii/polozhenie-utverzhdeno/'],
  ['vk', 'promised', null],
  ['media', 'none', null],
] as const)('the mark of the first stage in %s is %s', (channel, state, url) => {
  const activities = planOn('2025-03-15').stages[0]?.activities ?? []
  expect(viewCell(activities, channel, '#s1')).toMatchObject({ state, url })
})

test('several publications lead to their list', () => {
  const second = {
    ...coverage,
    ...fixtureOf('coverage', 'second'),
    slug: slug('second'),
    roadmap: reference(roadmap._id),
  }
  const store = createContentStore({
    origin: 'https://kopilka.example',
    today: '2025-03-15',
    documents: [...fixtureDocuments, second],
  })
  const activities =
    planCoverage(
      roadmap,
      store.reader(() => {}),
    ).stages[0]?.activities ?? []
  expect(viewCell(activities, 'site', '#s1')).toMatchObject({ count: 2, url: '#s1' })
})
