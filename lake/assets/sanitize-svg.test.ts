import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { LakeError } from '../errors.ts'
import { sanitizeSvg } from './sanitize-svg.ts'

const wrap = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40" height="30">${content}</svg>`

const DANGEROUS = [
  '<script>alert(1)</script>',
  '<script xlink:href="https://evil.test/x.js"/>',
  '<g onload="alert(1)"/>',
  '<g ONLOAD="alert(1)"/>',
  '<a xlink:href="javascript:alert(1)"><rect width="1" height="1"/></a>',
  '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="javascript:alert(1)"/></foreignObject>',
  '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>',
  '<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>',
  '<use href="https://evil.test/x.svg#a"/>',
  '<use xlink:href="data:image/svg+xml;base64,PHN2Zz4=#a"/>',
  '<image href="http://127.0.0.1/secret"/>',
  '<image href="data:image/svg+xml,%3Csvg%3E"/>',
  '<animate attributeName="href" values="javascript:alert(1)"/>',
  '<set attributeName="onclick" to="alert(1)"/>',
  '<style>@import url(https://evil.test/x.css);</style>',
  '<style>rect { fill: url( "https://evil.test/x") }</style>',
  '<style>rect { fill: u\\72l(https://evil.test/x) }</style>',
  '<rect style="fill: url(//evil.test/x)"/>',
  '<rect fill="url(https://evil.test/x)"/>',
  '<rect filter="url(#a), url(https://evil.test/x)"/>',
  '<feImage href="https://evil.test/x"/>',
  '<style>rect { fill: u<![CDATA[rl(https://evil.test/x)]]> }</style>',
  '<style>rect { fill: u<g>x</g>rl(https://evil.test/x) }</style>',
  '<style>rect { fill: u<!-- -->rl(https://evil.test/x) }</style>',
  '<style><![CDATA[</style><script>alert(1)</script>]]></style>',
  '<title><![CDATA[<script>alert(1)</script>]]></title>',
]

test.each(DANGEROUS)('takes the danger out of %s', (content) => {
  const { text } = sanitizeSvg(wrap(content))
  expect(text).not.toMatch(
    /<script|onload|javascript:|evil\.test|foreignObject|iframe|127\.0\.0\.1|svg\+xml|animate|<set/i,
  )
  expect(text).toContain('<svg xmlns="http://www.w3.org/2000/svg"')
})

test('keeps the drawing', () => {
  const drawing =
    '<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"></stop></linearGradient></defs>' +
    '<style>.a { fill: url(#g) }</style>' +
    '<g class="a" transform="scale(2)"><rect width="9" height="9" fill="url(#g)"></rect></g>' +
    '<use xlink:href="#g"></use><text x="1">Школа &amp; наставник</text>' +
    '<image href="data:image/png;base64,iVBORw0KGgo="></image>'
  expect(sanitizeSvg(wrap(drawing)).text).toContain(drawing)
})

test('drops the link and keeps what it surrounds', () => {
  const { text } = sanitizeSvg(wrap('<a href="https://school.test"><rect width="1"/></a>'))
  expect(text).toContain('<g><rect width="1"></rect></g>')
})

test.each([
  ['width="40" height="30"', 40, 30],
  ['width="40px" height="30.4px"', 40, 30],
  ['viewBox="0 0 640 480"', 640, 480],
  ['width="100%" height="100%" viewBox="0,0,64,48"', 64, 48],
  ['width="0" height="-5"', 300, 300],
  ['', 300, 300],
])('reads the size of <svg %s>', (attributes, width, height) => {
  expect(sanitizeSvg(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}/>`)).toMatchObject({
    width,
    height,
  })
})

test.each([
  ['no XML', 'просто текст'],
  ['HTML', '<!doctype html><html><body><svg></svg></body></html>'],
  ['another root', '<html xmlns="http://www.w3.org/1999/xhtml"/>'],
  ['an svg without its namespace', '<svg/>'],
  ['broken XML', '<svg xmlns="http://www.w3.org/2000/svg"><g></svg>'],
  [
    'exploding entities',
    '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg">&b;</svg>',
  ],
  [
    'a file of the server',
    '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg">&x;</svg>',
  ],
  ['endless depth', wrap('<g>'.repeat(1_000) + '</g>'.repeat(1_000))],
  ['too many elements', wrap('<g/>'.repeat(60_000))],
  ['nothing', ''],
])('refuses %s', (_name, source) => {
  expect(() => sanitizeSvg(source)).toThrow(LakeError)
})

test('cleaning what is clean changes nothing', () => {
  const element = fc.constantFrom('g', 'rect', 'text', 'script', 'a', 'style', 'image', 'foreignObject')
  const value = fc.oneof(fc.string(), fc.constantFrom('url(#a)', '#a', 'javascript:x', "it's", '"<>&\n\t'))
  const node = fc.record({
    element,
    name: fc.constantFrom('fill', 'href', 'onclick', 'style'),
    value,
    text: value,
  })
  fc.assert(
    fc.property(fc.array(node), (nodes) => {
      const source = wrap(
        nodes
          .map((n) => `<${n.element} ${n.name}="${escape(n.value)}">${escape(n.text)}</${n.element}>`)
          .join(''),
      )
      const once = sanitizeSvg(source)
      expect(sanitizeSvg(once.text)).toEqual(once)
      expect(once.text).not.toMatch(/<script|<foreignObject| onclick=|href="javascript/)
    }),
  )
})

function escape(text: string): string {
  return text.replace(/[&<>"\n\t\r]|[^\u0020-\uD7FF]/g, (character) =>
    /[&<>"\n\t\r]/.test(character) ? `&#${character.charCodeAt(0)};` : '?',
  )
}
