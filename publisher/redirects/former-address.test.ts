import { expect, test } from 'vitest'
import { documentOfFormerAddress, readFormerAddress } from './former-address.ts'

test.each(['/praktiki/chitaem/', '/organizacii/licej_1/karta/2024-2025/', `/${'a'.repeat(200)}/`])(
  '%s is a former address',
  (address) => {
    const former = { address, target: 'practice-1' }
    expect(readFormerAddress(documentOfFormerAddress(former))).toEqual(former)
  },
)

test.each([
  '',
  '/',
  'praktiki/',
  '/praktiki',
  '/praktiki//a/',
  '/../a/',
  '/.git/',
  '/a b/',
  '/%2e%2e/',
  '/a;/',
  '/index.html/',
  `/${'a'.repeat(201)}/`,
  `/${'a/'.repeat(2_000)}`,
])('%j cannot be a folder of a release, and is passed over', (address) => {
  expect(readFormerAddress(documentOfFormerAddress({ address, target: 'practice-1' }))).toBeNull()
})
