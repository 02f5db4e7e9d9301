import { expect, test } from 'vitest'
import { readRtf } from './rich-text/read-rtf.ts'

function rowsOf(rtf: string): string[][] {
  return readRtf(Uint8Array.from(rtf, (letter) => letter.charCodeAt(0))).blocks.flatMap((block) =>
    block.type === 'table' ? block.rows.map((row) => row.cells) : [],
  )
}

function textOf(rtf: string): string {
  return readRtf(Uint8Array.from(rtf, (letter) => letter.charCodeAt(0)))
    .blocks.flatMap((block) => (block.type === 'text' ? block.lines : []))
    .join('|')
}

test.each([
  ['letters by number', '{\\rtf1\\ansi\\uc1 \\u1057?\\u1088?\\u1086?\\u1082?\\par}', 'Срок|'],
  [
    'letters by number with two to fall back on',
    "{\\rtf1\\ansi\\uc2 \\u1057\\'d1\\'f1\\u1088xy\\par}",
    'Ср|',
  ],
  ['letters of a code page', "{\\rtf1\\ansi\\ansicpg1251 \\'d1\\'f0\\'ee\\'ea\\par}", 'Срок|'],
  [
    'the code page of a font',
    "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f1\\fcharset204 A;}}\\f1 \\'d1\\'f0\\'ee\\'ea\\par}",
    'Срок|',
  ],
  ['raw letters', '{\\rtf1\\ansi\\ansicpg1251 \xd1\xf0\xee\xea\\par}', 'Срок|'],
  [
    'groups without words',
    '{\\rtf1{\\info{\\title X}}{\\*\\unknown Y}{\\header Z}a{\\footnote N}\\par}',
    'a|',
  ],
  ['fields', '{\\rtf1{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt link}}\\par}', 'link|'],
  ['deleted and hidden words', '{\\rtf1 a{\\deleted b}{\\v c}d\\par}', 'ad|'],
  ['numbers of lists', '{\\rtf1{\\listtext 1)\\tab}first\\par}', '1) first|'],
  ['pictures in bytes', '{\\rtf1 a{\\pict\\bin4 }}{\\}b\\par}', 'ab|'],
])('%s', (_, rtf, text) => {
  expect(textOf(rtf)).toBe(text)
})

test('merged cells, across and down', () => {
  expect(
    rowsOf(
      '{\\rtf1\\trowd\\cellx1000\\cellx2000\\cellx3000 a\\intbl\\cell b\\cell c\\cell\\row' +
        '\\trowd\\clvmgf\\cellx1000\\clmgf\\cellx2000\\clmrg\\cellx3000 d\\intbl\\cell e\\cell\\cell\\row' +
        '\\trowd\\clvmrg\\cellx1000\\cellx2000\\cellx3000 \\intbl\\cell f\\cell g\\cell\\row\\pard}',
    ),
  ).toEqual([
    ['a', 'b', 'c'],
    ['d', 'e', ''],
    ['', 'f', 'g'],
  ])
})

test('a table in a cell stays in it, and the row around it keeps its own description', () => {
  expect(
    rowsOf(
      '{\\rtf1\\trowd\\cellx1000\\cellx2000\\cellx3000\\pard\\intbl a\\cell' +
        '\\pard\\intbl\\itap2 x\\nestcell y\\nestcell{\\*\\nesttableprops\\trowd\\cellx1200\\cellx1400\\nestrow}{\\nonesttables\\par}' +
        '\\pard\\intbl\\itap1 b\\cell c\\cell\\row\\pard}',
    ),
  ).toEqual([['a', 'x y\nb', 'c']])
})
