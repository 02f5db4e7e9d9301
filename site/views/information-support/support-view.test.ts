import { expect, test } from 'vitest'
import { createContentStore } from '../../content/content-store.ts'
import type { SiteDocument } from '../../content/documents.ts'
import { coverage, fixtureDocuments } from '../../content/site.fixture.ts'
import { viewSupport } from './support-view.ts'

const plain = (text: string) => text.replaceAll('\u00A0', ' ')

const viewOn = (today: string, documents: readonly SiteDocument[] = fixtureDocuments) => {
  const content = createContentStore({ origin: 'https://kopilka.example', today, documents }).reader(() => {})
  const view = viewSupport(content, 'organization', 'licej-2', '2024-2025')
  if (view === null) throw new Error('The fixture has no roadmap.')
  return view
}

test('every activity says what was published, what is missing and when it was due', () => {
  const activities = viewOn('2025-03-15').stages.flatMap((stage) => stage.activities)
  expect(
    activities.map(({ id, state, when, missing, published }) => [
      id,
      state,
      plain(when),
      missing,
      published.map(({ summary, date, channel, source }) => [plain(summary), plain(date), channel, source]),
    ]),
  ).toEqual([
    [
      's1a1',
      'covered',
      '',
      ['ВКонтакте'],
      [
        [
          'Положение принял педагогический совет.',
          '21 февраля 2024',
          'Сайт организации',
          'https://licej2.example/news/1',
        ],
      ],
    ],
    ['s1a2', 'waiting', 'Срок прошёл 29 февраля 2024', ['сайт организации', 'ВКонтакте'], []],
    ['s2a1', 'not-due', 'весь год', [], []],
    ['s3a1', 'not-due', 'февраль — март 2025', [], []],
    ['s3a2', 'not-due', 'май 2025', [], []],
  ])
})

test('the share and the counts are told in words', () => {
  const { share, counts } = viewOn('2025-03-15')
  expect(plain(share.sentence)).toBe('Освещено 1 из 2 мероприятий, срок которых наступил.')
  expect(plain(counts)).toBe('Всего 5 мероприятий: освещено 1, ещё не освещено 1, срок не наступил у 3.')
})

test('a publication shows the first of its photos', () => {
  const photo = {
    _type: 'image' as const,
    _key: 'a',
    asset: { _type: 'reference' as const, _ref: 'image-0123abc-1200x675-webp' },
    alt: 'Педагоги за круглым столом',
  }
  const documents = fixtureDocuments.map((one) => (one === coverage ? { ...coverage, photos: [photo] } : one))
  const [activity] = viewOn('2025-03-15', documents).stages[0]?.activities ?? []
  expect(activity?.published[0]?.photo).toMatchObject({ alt: 'Педагоги за круглым столом', width: 1200 })
})
