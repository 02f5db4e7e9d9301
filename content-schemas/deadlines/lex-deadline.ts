import type { DeadlineItem, PlacedItem } from './deadline-item.ts'
import { CALENDAR_RULES } from './rules-calendar.ts'
import type { LexRule } from './lex-rule.ts'
import { PHRASE_RULES } from './rules-phrases.ts'
import { RECURRENCE_RULES } from './rules-recurrence.ts'
import { WINDOW_RULES } from './rules-windows.ts'

const RULES: readonly LexRule[] = [...WINDOW_RULES, ...RECURRENCE_RULES, ...PHRASE_RULES, ...CALENDAR_RULES]
const BLANK = /[\s()[\]*•·∙]+/y
const UNREAD_WORD = /[а-яa-z]+|\d+|[^]/y
const MEANINGLESS =
  /^(?:г|гг|год|года|в|во|на|и|за|дополнительно|также|далее|ориентировочно|примерно|срок|сроки|не|или|числа|число|при|с|по|о|течение|время|месяц|месяца|еже|этап|[^а-яa-z0-9]+)$/

export interface LexedDeadline {
  items: PlacedItem[]
  /** Words that no rule understood. */
  unread: string[]
}

/**
 * Cuts a deadline into items, left to right, the first rule that fits at each place winning.
 * The text must come from `normalizeDeadline`. Takes time linear in the length of the text.
 */
export function lexDeadline(text: string): LexedDeadline {
  const items: PlacedItem[] = []
  const unread: string[] = []
  let at = 0
  let unreadEnd = -1
  while (at < text.length) {
    const blank = matchAt(BLANK, text, at)
    if (blank) {
      if (blank[0].includes('\n')) items.push({ type: 'separator', at, end: at + blank[0].length })
      at += blank[0].length
      continue
    }
    const read = readItem(text, at)
    if (read) {
      const item = at === unreadEnd ? partedBy(read.item) : read.item
      items.push({ ...item, at, end: at + read.length })
      at += read.length
      continue
    }
    const word = matchAt(UNREAD_WORD, text, at)?.[0] ?? text.charAt(at)
    if (!MEANINGLESS.test(word)) {
      unread.push(word)
      partAtDash(items)
      unreadEnd = at + word.length + (matchAt(/\s*/y, text, at + word.length)?.[0].length ?? 0)
    }
    at += word.length
  }
  return { items, unread }
}

/** «Сентябрь – разработка, октябрь – утверждение»: a dash before other words joins no dates. */
function partAtDash(items: PlacedItem[]): void {
  const last = items.at(-1)
  if (last?.type !== 'operator' || last.operator !== 'dash') return
  items.splice(-1, 1, { type: 'separator', at: last.at, end: last.end })
}

/** «Ноябрь, факт – декабрь»: nor does a dash behind other words. */
function partedBy(item: DeadlineItem): DeadlineItem {
  return item.type === 'operator' && item.operator === 'dash' ? { type: 'separator' } : item
}

function readItem(text: string, at: number): { item: DeadlineItem; length: number } | null {
  for (const rule of RULES) {
    const match = matchAt(rule.pattern, text, at)
    if (!match || match[0].length === 0) continue
    const item = rule.read(match)
    if (item) return { item, length: match[0].length }
  }
  return null
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
