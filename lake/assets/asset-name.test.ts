import { expect, test } from 'vitest'
import { assetFileName, assetId, readAssetFileName } from './asset-name.ts'

const SHA1 = 'a94a8fe5ccb19ba61c4c0873d391e987982fbbd3'

test('names, ids and files follow from each other', () => {
  const image = { kind: 'image', sha1: SHA1, width: 640, height: 480, extension: 'jpg' } as const
  expect(assetId(image)).toBe(`image-${SHA1}-640x480-jpg`)
  expect(readAssetFileName('image', assetFileName(image))).toEqual(image)
  const file = { kind: 'file', sha1: SHA1, extension: 'pdf' } as const
  expect(assetId(file)).toBe(`file-${SHA1}-pdf`)
  expect(readAssetFileName('file', assetFileName(file))).toEqual(file)
})

test.each([
  '',
  '..',
  '../accounts.sqlite',
  '..%2faccounts.sqlite',
  '%2e%2e/accounts.sqlite',
  `../files/${SHA1}.pdf`,
  `${SHA1}.pdf/../../accounts.sqlite`,
  `${SHA1}.pdf\0.jpg`,
  `${SHA1}.PDF`,
  `${SHA1}.p/f`,
  `${SHA1}.`,
  `${SHA1.toUpperCase()}.pdf`,
  `${SHA1}-0x480.jpg`,
  `${SHA1}-640x480.exe`,
  `${SHA1}-640x480.jpg.html`,
  `${SHA1}-640x480.jpg\n`,
  'C:\\windows\\win.ini',
])('%j names nothing', (text) => {
  expect(readAssetFileName('image', text)).toBeNull()
  expect(readAssetFileName('file', text)).toBeNull()
})
