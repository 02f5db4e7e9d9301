import { expect, test } from 'vitest'
import type { PageMeta } from './page-meta.ts'
import { writeStructuredData } from './structured-data.ts'

const frame = {
  title: 'Копилка',
  tagline: '',
  operator: '',
  contactEmail: '',
  origin: 'https://kopilka.example',
}
const page: PageMeta = { title: 'Практика', description: '', path: '/praktiki/x/', crumbs: [], updated: null }

test('words of an editor cannot end the script they stand in', () => {
  const text = writeStructuredData({ ...page, title: '</script><script>alert(1)</script>' }, frame)
  expect(text).not.toContain('</script>')
  expect(JSON.parse(text)['@graph'][0].name).toBe('</script><script>alert(1)</script>')
})

test('the way to a page is a list of its own', () => {
  const text = writeStructuredData({ ...page, crumbs: [{ title: 'Практики', url: '/praktiki/' }] }, frame)
  expect(JSON.parse(text)['@graph'][1].itemListElement[0].item).toBe('https://kopilka.example/praktiki/')
})
