import { expect, test } from 'vitest'
import { cleanFileName, writeDisposition } from './file-name.ts'

test.each([
  ['Приказ № 15.pdf', 'Приказ № 15.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\Анна\\план.docx', 'план.docx'],
  ['..', ''],
  ['.htaccess', 'htaccess'],
  ['a\r\nSet-Cookie: x=1', 'aSet-Cookie x=1'],
  ['тест\u202Efdp.exe', 'тестfdp.exe'],
  ['<img src=x onerror=alert(1)>.png', 'img src=x onerror=alert(1).png'],
  ['a\0.png', 'a.png'],
  ['и\u0306.txt', 'й.txt'],
  [`${'я'.repeat(300)}.docx`, `${'я'.repeat(195)}.docx`],
])('%j is kept as %j', (given, kept) => {
  expect(cleanFileName(given)).toBe(kept)
})

test.each([
  ['план.pdf', 'pdf', `attachment; filename="____.pdf"; filename*=UTF-8''%D0%BF%D0%BB%D0%B0%D0%BD.pdf`],
  ['plan.exe', 'pdf', `attachment; filename="plan.exe.pdf"; filename*=UTF-8''plan.exe.pdf`],
  ['Plan.PDF', 'pdf', `attachment; filename="Plan.PDF"; filename*=UTF-8''Plan.PDF`],
  ['', 'jpg', `attachment; filename="file.jpg"; filename*=UTF-8''file.jpg`],
  ["it's (1)%.txt", 'txt', `attachment; filename="it's (1)_.txt"; filename*=UTF-8''it%27s%20%281%29%25.txt`],
  ['"; x="\r\ny.txt', 'txt', `attachment; filename="; x=y.txt"; filename*=UTF-8''%3B%20x%3Dy.txt`],
])('%j of type %s is offered as %s', (name, extension, header) => {
  expect(writeDisposition('attachment', name, extension)).toBe(header)
})
