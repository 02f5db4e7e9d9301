const TITLE_START =
  /^[«"]?(?:(?!настоящ|данн)[а-яё-]+(?:ый|ий|ая)\s+){0,2}(?:дорожн(?:ая|ой|ую)\s+карт|план(?=\s|$|-график|\()|(?:комплекс|перечень|программа|система)\s+мероприятий|мероприятия\s+(?:дорожной|по\s|плана))/i
const ROADMAP_WORDS = /дорожн[а-я]+\s+карт|план\s+мероприятий|наставнич/i
const NOT_TITLE =
  /^(?:приложение|утвержд|согласован|рассмотрен|принят|приказ|директор|заведующ|протокол|сроки? |период|от\s|№|об утверждении|на основании|в соответствии)/i
const SENTENCE = /(?:ются|ится|ется|ятся|уется)(?!\p{L}).*\.$/u
const TITLE_GOES_ON =
  /^(?:[«(]|на\s|по\s|в\s|внедрени|реализаци|систем|для\s|о\s|об\s|педагог|муницип|МБ|МА|МК|МО|ГБ|ГК|ГА|\d{4})/

/** The title among the lines before the table: the last that begins like one, with the lines that go on from it. */
export function findTitle(lines: readonly string[]): { text: string; to: number } | null {
  let found: { text: string; to: number } | null = null
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (!TITLE_START.test(line) || NOT_TITLE.test(line) || SENTENCE.test(line)) continue
    const title = takeTitle(lines, at)
    if (ROADMAP_WORDS.test(title.text)) {
      found = title
      at = title.to - 1
    }
  }
  return found
}

function takeTitle(lines: readonly string[], at: number): { text: string; to: number } {
  const taken = [lines[at] ?? '']
  let to = at + 1
  let blank = false
  for (; to < Math.min(lines.length, at + 14); to += 1) {
    const line = lines[to] ?? ''
    if (line === '') {
      blank = true
      continue
    }
    const unfinished = breaksOff(taken.join(' '), line)
    if ((NOT_TITLE.test(line) && !unfinished) || line.length > 200 || SENTENCE.test(line)) break
    const small = /^\p{Ll}/u.test(line) && !/[.;:]$/.test(taken.at(-1) ?? '')
    if (blank && !unfinished && !small && (!TITLE_GOES_ON.test(line) || /[.;]$/.test(line))) break
    if (TITLE_START.test(line) && taken.join(' ').length > 12) break
    taken.push(line)
    blank = false
  }
  return {
    text: taken
      .join(' ')
      .replaceAll(/(?<=\p{L}-)\s(?=\p{L})|\s+(?=\s)/gu, '')
      .trim(),
    to: lastTaken(lines, at, taken.length),
  }
}

/** Whether words that were centred line by line go on: «… в МАОУ СОШ» – «№ 53 г. Томска», a bracket or quote left open. */
function breaksOff(above: string, line: string): boolean {
  if (/^№\s*\d{1,4}(?![\d.]*\s+от\s)/.test(line)) return /\p{L}$/u.test(above)
  const open = countSigns(above, /[«(]/g) > countSigns(above, /[»)]/g)
  return open && /[»)]/.test(line)
}

function countSigns(text: string, sign: RegExp): number {
  return text.match(sign)?.length ?? 0
}

/** Line after the last one that was taken, blank lines between not counted. */
function lastTaken(lines: readonly string[], at: number, count: number): number {
  let left = count
  let index = at
  while (left > 0 && index < lines.length) {
    if ((lines[index] ?? '') !== '') left -= 1
    index += 1
  }
  return index
}
