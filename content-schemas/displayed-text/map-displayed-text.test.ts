import { expect, test } from 'vitest'
import { samples } from '../validation/sample-documents.ts'
import { mapDisplayedText } from './map-displayed-text.ts'

const practice = {
  _id: 'p',
  _type: 'practice',
  title: 'Читаем вместе',
  slug: { _type: 'slug', current: 'chitaem' },
  form: 'teacher-teacher',
  checkedAt: '2026-01-01',
  organization: { _ref: 'o1' },
  tasks: ['Помочь', 'Научить'],
  stages: ['pairs'],
  steps: [{ _type: 'step', _key: 's1', title: 'Начало', text: 'Собрать пары' }],
  body: [
    {
      _type: 'block',
      _key: 'b1',
      style: 'normal',
      children: [{ _type: 'span', _key: 'c1', text: 'Слова', marks: ['strong'] }],
    },
  ],
  image: { _type: 'image', asset: { _ref: 'image-a' }, alt: 'Рисунок' },
}

test('texts of people are found, everything else is left alone', () => {
  const found: string[] = []
  const marked = mapDisplayedText(practice, (text, path) => {
    found.push(`${path} ${text}`)
    return `${text}*`
  })
  expect(found).toEqual([
    `$['title'] Читаем вместе`,
    `$['tasks'][0] Помочь`,
    `$['tasks'][1] Научить`,
    `$['steps'][?(@._key=='s1')]['title'] Начало`,
    `$['steps'][?(@._key=='s1')]['text'] Собрать пары`,
    `$['body'][?(@._key=='b1')]['children'][?(@._key=='c1')]['text'] Слова`,
    `$['image']['alt'] Рисунок`,
  ])
  expect(marked).toMatchObject({
    title: 'Читаем вместе*',
    slug: practice.slug,
    form: practice.form,
    checkedAt: practice.checkedAt,
    stages: practice.stages,
    tasks: ['Помочь*', 'Научить*'],
    body: [{ children: [{ text: 'Слова*', marks: ['strong'] }] }],
  })
  expect(practice.title).toBe('Читаем вместе')
})

test.each(samples)('a $_type with its texts replaced by themselves is the same', (document) => {
  expect(mapDisplayedText(document, (text) => text)).toEqual(document)
})
