import { expect, test } from 'vitest'
import { describeDelivery, type Delivery } from './delivery-headers.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

function describe(delivery: Partial<Delivery>) {
  return describeDelivery({
    extension: 'bin',
    mimeType: undefined,
    originalFilename: 'x',
    download: undefined,
    audience: 'public',
    varies: false,
    ...delivery,
  })
}

test.each([
  ['jpg', 'text/html', 'image/jpeg', 'inline'],
  ['pdf', 'text/html', 'application/pdf', 'inline'],
  ['svg', 'image/svg+xml', 'image/svg+xml', 'attachment'],
  ['docx', DOCX, DOCX, 'attachment'],
  ['txt', 'text/plain', 'text/plain', 'attachment'],
  ['txt', 'text/html', 'application/octet-stream', 'attachment'],
  ['bin', 'application/xhtml+xml', 'application/octet-stream', 'attachment'],
  ['bin', 'application/xml', 'application/octet-stream', 'attachment'],
  ['bin', 'application/javascript', 'application/octet-stream', 'attachment'],
  ['bin', 'image/svg+xml', 'application/octet-stream', 'attachment'],
  ['bin', 'application/zip\r\nX-Evil: 1', 'application/octet-stream', 'attachment'],
  ['bin', 42, 'application/octet-stream', 'attachment'],
])('%s that calls itself %s is served as %s, %s', (extension, mimeType, type, disposition) => {
  const headers = describe({ extension, mimeType })
  expect(headers['content-type']).toBe(type)
  expect(headers['content-disposition']).toMatch(new RegExp(`^${disposition};`))
  expect(headers['x-content-type-options']).toBe('nosniff')
})

test('everything but PDF is sandboxed, and PDF stays in own frames', () => {
  expect(describe({ extension: 'jpg' })['content-security-policy']).toMatch(/default-src 'none'.*sandbox$/)
  expect(describe({ extension: 'pdf' })['content-security-policy']).toBe("frame-ancestors 'self'")
})

test('what is for one person stays out of shared caches', () => {
  expect(describe({ audience: 'signed-in' })).toMatchObject({
    'cache-control': 'private, max-age=3600',
    'cross-origin-resource-policy': 'same-origin',
    vary: 'Cookie, Authorization',
  })
  expect(describe({ audience: 'public', varies: true })).toMatchObject({
    'cache-control': 'public, max-age=86400',
    'cross-origin-resource-policy': 'cross-origin',
    vary: 'Cookie, Authorization, Accept',
  })
})
