import { expect, test } from 'vitest'
import { searchHashOf, searchedPartOf } from './search-hash.ts'

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

test('the header and the footer are not searched', () => {
  const part = searchedPartOf(Buffer.from(page(description, '<h1>Читаем</h1>', 'Институт')))
  expect(part).toContain('<main data-pagefind-body><h1>Читаем</h1></main>')
  expect(part).not.toMatch(/Копилка|Институт/)
})

test('a page that does not want to be found has none', () => {
  expect(hash('<main>Читаем</main>')).toBe('')
})
