import { expect, test } from 'vitest'
import { createContentStore } from '../../content/content-store.ts'
import { fixtureDocuments, fixtureOf, practice, slug } from '../../content/site.fixture.ts'
import { viewPracticeList } from './practice-list-view.ts'
import { viewPractice } from './practice-view.ts'

const other = {
  ...practice,
  ...fixtureOf('practice', 'other'),
  slug: slug('other'),
  title: 'Другая',
  stages: [],
}
const content = createContentStore({
  origin: 'https://kopilka.example',
  today: '2025-03-15',
  documents: [...fixtureDocuments, other],
}).reader(() => {})

test('the card has the facts of one screen', () => {
  const view = viewPractice(content, 'pervye-sto-urokov')
  expect(view?.facts.map(({ name }) => name)).toEqual([
    'Для кого',
    'Форма',
    'Вид',
    'Ролевая модель',
    'Этап',
    'Время',
  ])
  expect(view?.evidence).toMatchObject({ step: 2, steps: 4 })
  expect(view?.materials).toEqual([
    { title: 'Шаблон приказа о\u00A0закреплении пар', url: '/materialy/shablon-prikaza/' },
  ])
  expect(view?.collections.map(({ url }) => url)).toEqual(['/sborniki/pervyj-god/'])
  expect(view?.related.map(({ url }) => url)).toEqual(['/praktiki/other/'])
  expect(view?.terms.citation.replaceAll('\u00A0', ' ')).toBe(
    'Иванова А.А. Первые сто уроков // Лицей № 2. 2025. URL: https://kopilka.example/praktiki/pervye-sto-urokov/',
  )
})

test.each([
  [undefined, 'Практики наставничества', 2],
  ['forma/teacher-teacher', 'Практики в форме «учитель – учитель»', 2],
  ['etap/work', 'Практики этапа «Работа пар и групп»', 1],
  ['region/kurganskaya-oblast', 'Практики: Курганская область', 2],
])('the list at %j', (path, heading, total) => {
  const view = viewPracticeList(content, path)
  expect([view?.heading, view?.list.total]).toEqual([heading, total])
})

test.each(['forma/pupil-pupil', 'forma/unknown', 'unknown/x', 'stranica/2', 'region/nowhere'])(
  'no list at %s',
  (path) => {
    expect(viewPracticeList(content, path)).toBeNull()
  },
)
