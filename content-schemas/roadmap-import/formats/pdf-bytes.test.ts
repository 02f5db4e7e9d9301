import { expect, test } from 'vitest'
import { HOSTILE_FILES } from '../corpus/hostile-files.ts'
import { readRoadmapBytes } from '../read-roadmap-file.ts'
import { mendCrossReferences } from './pdf/mend-cross-references.ts'

const OBJECT = '%PDF-1.4\n1 0 obj <</Type/Catalog>> endobj\n'

function file(place: number): Uint8Array {
  const table = `xref\n0 2\n0000000000 65535 f \n${String(place).padStart(10, '0')} 00000 n \ntrailer <</Root 1 0 R>>\nstartxref\n${OBJECT.length}\n%%EOF`
  return new TextEncoder().encode(OBJECT + table)
}

test('a table of objects that points right is kept', () => {
  expect(mendCrossReferences(file(9))).toEqual(file(9))
})

test('the pointer to a table of objects that points wrong is blotted out', () => {
  const mended = new TextDecoder().decode(mendCrossReferences(file(20)))
  expect(mended).not.toContain('startxref')
  expect(mended).toHaveLength(file(20).length)
})

test('of objects written thousands of times over a reader finds the last, so that it reads none of them to the end', () => {
  const again = new TextEncoder().encode(OBJECT.repeat(2000) + '('.repeat(20_000))
  expect(new TextDecoder().decode(mendCrossReferences(again)).match(/1 0 obj/g)).toHaveLength(1)
  const twice = new TextEncoder().encode(OBJECT.repeat(2))
  expect(mendCrossReferences(twice)).toEqual(twice)
})

test('a stream that unpacks to tens of megabytes is refused', async () => {
  const bomb = await HOSTILE_FILES['unpacking stream as .pdf']?.()
  await expect(readRoadmapBytes(bomb ?? new Uint8Array())).rejects.toMatchObject({ code: 'too-large' })
})
