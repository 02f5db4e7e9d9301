import { expect, test } from 'vitest'
import { isHarmlessLink } from './harmless-link.ts'
import { toPublicDocument } from './public-document.ts'

const HARMLESS = [
  'https://example.ru/a?b=1#c',
  'http://example.ru',
  '/praktiki/',
  '#mesto',
  'mailto:school@example.ru',
  'tel:+73522000000',
  '//example.ru/x',
]

const HARMFUL = [
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  ' javascript:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'javascript://example.ru/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'blob:https://example.ru/x',
  'file:///etc/passwd',
]

test.each(HARMLESS)('%j may be a link', (link) => {
  expect(isHarmlessLink(link)).toBe(true)
})

test.each(HARMFUL)('%j may not, and the public does not get it', (link) => {
  expect(isHarmlessLink(link)).toBe(false)
  const practice = {
    _id: 'p',
    _type: 'practice',
    title: 'Практика',
    body: [
      {
        _key: 'b',
        _type: 'block',
        children: [{ _key: 's', _type: 'span', text: 'сюда', marks: ['l'] }],
        markDefs: [{ _key: 'l', _type: 'link', href: link }],
      },
    ],
  }
  const organization = { _id: 'o', _type: 'organization', site: link, channels: [{ _key: 'c', url: link }] }
  for (const document of [practice, organization]) {
    const shown = toPublicDocument(document, { get: () => undefined, today: '2026-09-01' })
    expect(JSON.stringify(shown)).not.toContain(JSON.stringify(link).slice(1, -1))
    expect(shown).not.toBeNull()
  }
})
