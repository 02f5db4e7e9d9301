import { expect, test } from 'vitest'
import { writeZip } from '../corpus/write-zip.ts'
import { readRoadmapBytes } from '../read-roadmap-file.ts'

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

function ole(stream: string): Uint8Array {
  const name = Array.from(stream).flatMap((letter) => [letter.charCodeAt(0), 0])
  return Uint8Array.from([...OLE, ...Array.from({ length: 600 }, () => 0), ...name])
}

function bytes(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}

function zip(...names: string[]): Promise<Uint8Array> {
  return writeZip(names.map((name) => ({ name, content: 'a' })))
}

const SCAN = `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]>> endobj
trailer <</Root 1 0 R>>`

test.each<[string, Uint8Array | Promise<Uint8Array>, RegExp]>([
  ['an empty file', new Uint8Array(), /Файл пустой/],
  ['a .doc', ole('WordDocument'), /старого Word.*сохраните как \.docx/],
  ['a .xls', ole('Workbook'), /старого Excel.*сохраните как \.xlsx/],
  ['a .ppt', ole('PowerPoint Document'), /презентация/],
  ['a locked .docx or .xlsx', ole('EncryptedPackage'), /закрыт паролем.*Снимите пароль/],
  ['a scan', bytes(SCAN), /скан.*Распознайте/],
  ['a broken .pdf', bytes('%PDF-1.7 nothing'), /повреждён/],
  ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), /картинка.*Распознайте/],
  ['a photo of a phone', bytes('\0\0\0\x18ftypheic\0\0'), /картинка/],
  ['a .rar', bytes('Rar!\x1a\x07'), /архив.*Распакуйте/],
  ['a .pptx', zip('ppt/presentation.xml'), /презентация/],
  ['a .pages', zip('Index/Document.iwa'), /Apple.*Экспортировать/],
  ['a .xlsb', zip('xl/workbook.bin'), /\.xlsb.*сохраните как \.xlsx/],
  ['a .epub', zip('OEBPS/a.xhtml'), /электронная книга/],
  ['an archive of documents', zip('карта.docx'), /архив.*Распакуйте/],
  ['a cut archive', bytes('PK\x03\x04 word/document.xml'), /повреждён/],
  [
    'Office saved as XML',
    bytes('<?xml version="1.0"?><?mso-application progid="Word.Document"?>'),
    /как XML/,
  ],
  ['a program', bytes('MZ\x90\0'), /программа/],
  ['an empty .rtf', bytes('{\\rtf1 }'), /не найдена/],
  ['a page without tables', bytes('<html><p>text</p>'), /не найдена/],
])('%s is refused with what it is and what to do', async (_, file, message) => {
  await expect(readRoadmapBytes(await file)).rejects.toThrow(message)
})
