import { expect, test } from 'vitest'
import { createAddressSigner } from './may-read-asset.ts'

const PATH = 'http://lake.test/files/local/production/a.pdf'

function createSigner() {
  let time = 0
  const signer = createAddressSigner(() => new Date(time))
  return { signer, moveTo: (to: number) => void (time = to) }
}

test('a signed address holds for an hour', () => {
  const { signer, moveTo } = createSigner()
  const signed = new URL(signer.sign(PATH))
  moveTo(60 * 60 * 1000 - 1)
  expect(signer.verify(signed)).toBe(true)
  moveTo(60 * 60 * 1000)
  expect(signer.verify(signed)).toBe(false)
})

test('an address with a query keeps it', () => {
  const { signer } = createSigner()
  expect(signer.sign(`${PATH}?dl=x.pdf`)).toMatch(/\?dl=x\.pdf&expires=3600000&signature=[\w-]{43}$/)
  expect(signer.verify(new URL(signer.sign(`${PATH}?dl=x.pdf`)))).toBe(true)
})

test('signatures are for one path, one time and one process', () => {
  const { signer } = createSigner()
  const signed = signer.sign(PATH)
  expect(signer.verify(new URL(signed.replace('a.pdf', 'b.pdf')))).toBe(false)
  expect(signer.verify(new URL(signed.replace('expires=3600000', 'expires=3600001')))).toBe(false)
  expect(signer.verify(new URL(signed.replace(/signature=.*/, 'signature=')))).toBe(false)
  expect(signer.verify(new URL(PATH))).toBe(false)
  expect(createSigner().signer.verify(new URL(signed))).toBe(false)
})
