import { encodeWindows1251 } from './encode-windows1251.ts'

/** What real files suffer on their way: each takes a text and gives the text or bytes that reach the importer. */
export const DAMAGES: Record<string, (text: string) => string | Uint8Array> = {
  none: (text) => text,
  'CRLF line ends': (text) => text.replaceAll('\n', '\r\n'),
  'no-break spaces': (text) => text.replaceAll(/(?<=№|\d) (?=\S)|(?<=\p{L}) (?=[–—])/gu, '\u00a0'),
  'UTF-8 with a mark': (text) => new TextEncoder().encode(`\ufeff${text}`),
  'windows-1251': encodeWindows1251,
  'UTF-16 with a mark': (text) => encodeUtf16(`\ufeff${text}`),
  'UTF-16 without a mark': encodeUtf16,
  'е for ё': (text) => text.replaceAll('ё', 'е').replaceAll('Ё', 'Е'),
  'trailing spaces': (text) => text.replaceAll(/(?<=[^\t|]\S)\n/g, '  \n'),
  'decomposed letters': (text) => text.normalize('NFD'),
  'letterhead and signature': (text) => `${LETTERHEAD}\n${text}\n${SIGNATURE}`,
  'approval block': (text) => `${APPROVAL}\n${text}`,
  'Latin letters in Russian words': (text) => everyNth(text, /(?<=[а-я])[оасе](?=[а-я])/g, 9, toLatin),
  'soft hyphens': (text) => everyNth(text, /(?<=[а-я]{4})(?=[а-я]{4})/g, 3, () => '\u00ad'),
  'double spaces': (text) =>
    / {3}/.test(text) ? text : everyNth(text, /(?<=[а-я,]) (?=[а-я])/g, 4, () => '  '),
  'tabs lost at line ends': (text) => text.replaceAll(/\t+(?=\n)/g, ''),
  'footnote marks': (text) => everyNth(text, /(?<=педагогов|наставников)(?=[.,\s])/g, 2, () => '<*>'),
  'page numbers': (text) =>
    everyNth(text, /\n(?=\s*\|?\s*\d{1,2}(?:\.\d)?\.?\s*[\t|])/g, 4, () => '\n\n      2\n\f'),
}

/** Changes every so many finds of a pattern. */
function everyNth(text: string, pattern: RegExp, nth: number, change: (found: string) => string): string {
  let count = 0
  return text.replaceAll(pattern, (found) => {
    count += 1
    return count % nth === 0 ? change(found) : found
  })
}

function toLatin(letter: string): string {
  return { о: 'o', а: 'a', с: 'c', е: 'e' }[letter] ?? letter
}

const LETTERHEAD = `МУНИЦИПАЛЬНОЕ БЮДЖЕТНОЕ ОБЩЕОБРАЗОВАТЕЛЬНОЕ УЧРЕЖДЕНИЕ
«СРЕДНЯЯ ШКОЛА С. БЕРЁЗОВКА»

452000, с. Берёзовка, ул. Школьная, д. 1
Тел. 8(34700) 2-11-11; E-mail: school@example.ru

ПРИКАЗ

От 30 августа 2024 г.      № 112

Об утверждении дорожной карты

1. Утвердить дорожную карту согласно приложению.
2. Контроль за исполнением приказа оставляю за собой.

Директор      И.И. Сидорова
`
const SIGNATURE = `

Документ подписан электронной подписью
Сертификат 00A1B2C3 действителен с 01.01.2024 до 01.04.2025
`
const APPROVAL = `                                УТВЕРЖДАЮ
                                Директор школы
                                ____________ И.И. Сидорова
                                Приказ от 30.08.2024 № 112
`

function encodeUtf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    bytes[index * 2] = code & 0xff
    bytes[index * 2 + 1] = code >> 8
  }
  return bytes
}
