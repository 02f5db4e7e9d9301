export interface CleanText {
  text: string
  /** Marks of programs that were taken out, as they stood. */
  dropped: string[]
}

const PROGRAM_MARKS =
  /\[bookmark:[^\]\n]{0,80}\]|\[image:?[^\]\n]{0,80}\]|\{(?:HYPERLINK|PAGE|TOC)[^}\n]{0,200}\}|<\*{1,3}>|^[ \t]*background image[ \t]*$/gim
const PAGE_NUMBER =
  /^[ \t]*(?:-\s?\d{1,4}\s?-|стр(?:аница|\.)? ?\d{1,4}(?: ?из ?\d{1,4})?|page ?\d{1,4}(?: ?of ?\d{1,4})?|\d{1,4} ?\/ ?\d{1,4})[ \t]*$/gim
const NUMBER_AT_PAGE_END =
  /(?:^[ \t]*\d{1,4}[ \t]*\n)(?:[ \t]*\n){0,3}(?=[ \t]*\f)|(?<=\f[ \t]*(?:\n[ \t]*){0,3})\d{1,4}[ \t]*(?=\n)/gm

/**
 * Brings a text to one form: `\n` for every line end, plain spaces, «•» for the bullets of symbol fonts, no
 * invisible signs; takes out what programs left behind (bookmarks, page numbers). Tabs, form feeds and runs of
 * spaces stay: layouts are read from them.
 */
export function cleanText(source: string): CleanText {
  const dropped: string[] = []
  const unified = source
    .replaceAll(/\r\n?|\u2029|\u0085/g, '\n')
    .replaceAll(/[\v\u2028]/g, '\n')
    .replaceAll(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replaceAll(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replaceAll(
      /[\ue000-\uf8ff\u25aa\u25ab\u25cf\u25cb\u25e6\u2022\u2219\u2043\u2713\u2714\u27a2\u00a7]/g,
      '•',
    )
    // oxlint-disable-next-line no-control-regex -- control signs are what is taken out here
    .replaceAll(/[\u0000-\u0008\u000e-\u001f\u007f]/g, '')
    .replaceAll(/[\ud800-\udfff]/gu, '')
    .replaceAll(/ {300,}/g, ' '.repeat(300))
    .replaceAll(/\n{60,}/g, '\n'.repeat(60))
  const takeOut = (pattern: RegExp) => (text: string) =>
    text.replaceAll(pattern, (mark) => {
      dropped.push(mark.trim())
      return mark.includes('\n') ? '\n' : ''
    })
  const text = [PROGRAM_MARKS, PAGE_NUMBER, NUMBER_AT_PAGE_END].reduce(
    (cleaned, pattern) => takeOut(pattern)(cleaned),
    unified,
  )
  return { text: unmixLetters(text.normalize('NFC')), dropped }
}

const LATIN = 'ABCEHKMOPTXaceopxy'
const CYRILLIC = 'АВСЕНКМОРТХасеорху'

/** Latin letters that look like Russian ones, typed within Russian words («Cентябрь») or for a preposition before a date. */
function unmixLetters(text: string): string {
  return text
    .replaceAll(
      /(?<!\p{L})(?=[A-Za-zА-Яа-яЁё-]*[А-Яа-яЁё])(?=[А-Яа-яЁё-]*[ABCEHKMOPTXaceopxy])[ABCEHKMOPTXaceopxyА-Яа-яЁё-]{2,}(?!\p{L})/gu,
      toCyrillic,
    )
    .replaceAll(/(?<![\p{L}\p{N}])[cC](?= \d)/gu, toCyrillic)
}

function toCyrillic(word: string): string {
  return word.replaceAll(/[A-Za-z]/g, (letter) => CYRILLIC[LATIN.indexOf(letter)] ?? letter)
}
