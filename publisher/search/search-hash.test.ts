import { expect, test } from 'vitest'
import { searchHashOf } from './search-hash.ts'

const hash = (html: string) => searchHashOf(Buffer.from(html))
const page = (head: string, main: string, footer: string) =>
  `<html><head>${head}</head><body><header>Копилка</header><main data-pagefind-body>${main}</main>${footer}</body>`
const description = '<meta name="description" content="О чтении">'

test.each([
  ['another footer', page(description, 'Читаем', 'Институт'), true],
  ['another title of the site', page(`<title>Сайт</title>${description}`, 'Читаем', ''), true],
  ['other words', page(description, 'Пишем', ''), false],
  ['another description', page(description.replace('чтении', 'письме'), 'Читаем', ''), false],
])('with %s the search holds the same: %j', (_, html, same) => {
  expect(hash(html) === hash(page(description, 'Читаем', ''))).toBe(same)
})

test('a page that does not want to be found has none', () => {
  expect(hash('<main>Читаем</main>')).toBe('')
})
