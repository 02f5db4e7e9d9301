import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { asksSomething, FILTER_NAMES, readQuestion, writeQuestion } from './search-address.ts'

test('an address is read', () => {
  expect(readQuestion('?q=+круг+&kind=practice&kind=material&utm=1')).toEqual({
    text: 'круг',
    chosen: { kind: ['practice', 'material'] },
  })
})

test('nothing asked is no query', () => {
  expect(writeQuestion({ text: '', chosen: {} })).toBe('')
  expect(asksSomething(readQuestion(''))).toBe(false)
  expect(asksSomething(readQuestion('?form=pupil-pupil'))).toBe(true)
})

test('a question survives its address', () => {
  const values = fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 3 })
  const chosen = fc.dictionary(fc.constantFrom(...FILTER_NAMES), values, { noNullPrototype: true })
  fc.assert(
    fc.property(fc.string(), chosen, (text, filters) => {
      const question = { text: text.trim(), chosen: filters }
      expect(readQuestion(writeQuestion(question))).toEqual(question)
    }),
  )
})
