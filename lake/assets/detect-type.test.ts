import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { detectContentType } from './detect-type.ts'

const folder = mkdtempSync(join(tmpdir(), 'kopilka-types-'))
afterAll(() => rmSync(folder, { recursive: true }))

const COMPOUND = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
const EMPTY_ZIP = Buffer.concat([Buffer.from('504b0506', 'hex'), Buffer.alloc(18)])

test.each<[string, string | Buffer, string, string]>([
  ['приказ.pdf', '%PDF-1.7\n%…', 'pdf', 'application/pdf'],
  ['приказ.exe', '%PDF-1.7\n%…', 'pdf', 'application/pdf'],
  ['картинка.png', '<!doctype html><script>alert(1)</script>', 'txt', 'text/plain'],
  ['страница.html', '<html><body>x', 'txt', 'text/plain'],
  ['рисунок.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'txt', 'text/plain'],
  ['рисунок.svg', '<?xml version="1.0"?><svg/>', 'txt', 'text/plain'],
  ['таблица.csv', 'имя;балл\nАнна;5', 'csv', 'text/plain'],
  ['заметка.md', '# Заметка', 'md', 'text/plain'],
  ['скрипт.js', 'alert(1)', 'txt', 'text/plain'],
  ['отчёт.doc', COMPOUND, 'doc', 'application/msword'],
  ['отчёт.html', COMPOUND, 'bin', 'application/octet-stream'],
  ['архив.zip', EMPTY_ZIP, 'zip', 'application/zip'],
  ['мусор.png', Buffer.from([0, 1, 2, 3]), 'bin', 'application/octet-stream'],
  ['программа.pdf', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'exe', 'application/x-msdownload'],
])('%s is known by its content', async (name, content, extension, mimeType) => {
  const path = join(folder, 'upload')
  writeFileSync(path, content)
  expect(await detectContentType(path, name)).toEqual({ extension, mimeType })
})
