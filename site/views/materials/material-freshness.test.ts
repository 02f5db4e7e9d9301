import { expect, test } from 'vitest'
import { createContentStore } from '../../content/content-store.ts'
import { materialCard } from '../../content/cards.ts'
import { fixtureDocuments, material } from '../../content/site.fixture.ts'
import { judgeFreshness } from './material-freshness.ts'

const readerOn = (today: string) =>
  createContentStore({ origin: 'https://kopilka.example', today, documents: fixtureDocuments }).reader(
    () => {},
  )

test.each([
  ['the day before its act changes', '2025-02-28', {}, false],
  ['the day its act changes', '2025-03-01', {}, true],
  ['made after the change', '2025-04-01', { validFrom: '2025-03-02' }, false],
  ['on its last day', '2025-04-01', { validFrom: '2025-03-02', validUntil: '2025-04-01' }, false],
  ['after its last day', '2025-04-02', { validFrom: '2025-03-02', validUntil: '2025-04-01' }, true],
  ['without an act', '2025-04-01', { legalBasis: [] }, false],
])('%s', (_, today, fields, outdated) => {
  const verdict = judgeFreshness(materialCard({ ...material, ...fields }), readerOn(today))
  expect(verdict !== null).toBe(outdated)
})

test('names the act and the day', () => {
  const verdict = judgeFreshness(materialCard(material), readerOn('2025-06-01'))
  expect(verdict?.reason.replaceAll('\u00A0', ' ')).toContain('1 марта 2025 изменился акт')
  expect(verdict?.act?.url).toBe('/dokumenty/#tk-351-8')
})
