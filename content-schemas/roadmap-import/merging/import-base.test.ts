import { expect, test } from 'vitest'
import { readImportBase, writeImportBase } from './import-base.ts'

test('what an import gave is read back without what the document holds anyway', () => {
  const stages = [{ _key: 's1', title: 'Подготовка' }]
  const kept = writeImportBase({ _id: 'roadmap-a', _type: 'roadmap', sourceText: 'Текст', stages })
  expect(readImportBase({ importedContent: kept, sourceText: 'другой' })).toEqual({ stages })
})

test.each([
  ['nothing is kept', {}],
  ['neither can be read', { importedContent: 'не JSON', sourceText: 'Здравствуйте!' }],
])('when %s, nobody knows', (_, document) => {
  expect(readImportBase(document)).toBeNull()
})
