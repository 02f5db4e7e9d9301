import { expect, test } from 'vitest'
import { collectWholeWords, mendWords } from './mend-words.ts'

test.each([
  ['руководит ели МО', 'руководители МО'],
  ['персонализированн\nых программ', 'персонализированных программ'],
  ['методически\u2028й совет', 'методический совет'],
  ['Сентябр\nьдекабр\nь', 'Сентябрь-декабрь'],
  ['органи-\nзация работы', 'организация работы'],
])('%j is mended', (torn, whole) => {
  expect(mendWords(torn).text).toBe(whole)
})

test.each([
  'в соответствии с о сроками',
  'Завершение программ наставничества',
  'научно-\nметодическое сопровождение',
  'для каждой пары и группы',
  'Иванова И.И. наставник',
])('%j is left as it is', (text) => {
  expect(mendWords(text)).toEqual({ text, mends: [] })
})

test('words that stand whole elsewhere in the document serve as a dictionary', () => {
  const whole = collectWholeWords(['Робототехника для наставников'])
  expect(mendWords('кружок робото техника', whole).text).toBe('кружок робототехника')
})

test('every mend is reported', () => {
  expect(mendWords('руководит ели').mends).toEqual([{ from: 'руководит ели', to: 'руководители' }])
})
