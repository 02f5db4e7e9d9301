import { sinceWords } from '../site-status/since-words.ts'
import type { Overview } from './overview-answer.ts'

const MOMENT = new Intl.DateTimeFormat('ru-RU', {
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
})
const NUMBER = new Intl.NumberFormat('ru-RU')
const GIB = 1024 ** 3

/** «1 сентября в 12:00» */
export function momentWords(at: string): string {
  return MOMENT.format(new Date(at))
}

/** Size in words: «3,4 ГБ», «120 МБ». */
export function sizeWords(bytes: number | null): string {
  if (bytes === null) return 'неизвестно'
  const [size, unit] = bytes < GIB ? [bytes / 1024 ** 2, 'МБ'] : [bytes / GIB, 'ГБ']
  return `${new Intl.NumberFormat('ru-RU', { maximumFractionDigits: size < 10 ? 1 : 0 }).format(size)} ${unit}`
}

/** The site in one sentence, and how good that is. */
export function stateWords(overview: Overview): { tone: 'positive' | 'caution' | 'critical'; text: string } {
  const { state, held, problem, failureCount } = overview
  if (problem !== null)
    return { tone: 'critical', text: 'Сайт не обновляется: публикация сбилась и повторяется.' }
  if (held !== null)
    return { tone: 'caution', text: 'Читатели видят прежний выпуск. Новейший обновляется за ним.' }
  if (failureCount > 0)
    return { tone: 'caution', text: 'Сайт обновляется, но часть страниц показывает прежнее.' }
  if (state === 'publishing') return { tone: 'positive', text: 'Сайт обновляется прямо сейчас.' }
  return { tone: 'positive', text: 'На сайте всё, что опубликовано.' }
}

/** Figures with their names, in the order they are shown. */
export function figuresOf(overview: Overview, now: Date): { name: string; value: string }[] {
  const { pages, waiting, pendingPages, publishedAt, disk } = overview
  return [
    { name: 'Страниц', value: NUMBER.format(pages) },
    {
      name: 'Последняя публикация',
      value: publishedAt === null ? 'не было с запуска' : sinceWords(new Date(publishedAt), now),
    },
    { name: 'Документов в очереди', value: NUMBER.format(waiting) },
    { name: 'Страниц в очереди', value: NUMBER.format(pendingPages) },
    { name: 'Выпуски занимают', value: sizeWords(disk.releases) },
    { name: 'Свободно на диске', value: sizeWords(disk.free) },
  ]
}
