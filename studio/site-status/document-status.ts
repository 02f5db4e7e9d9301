import { z } from 'zod'
import { sinceWords } from './since-words.ts'

/** What the server says of a document; see `/publisher/status`. */
export const statusAnswer = z.object({
  state: z.enum(['absent', 'hidden', 'rejected', 'failed', 'waiting', 'held', 'live']),
  revision: z.string().nullable(),
  path: z.string().nullable(),
  updatedAt: z.string().nullable(),
  problems: z.array(z.string()),
  problem: z.string().nullable(),
})

export type StatusAnswer = z.infer<typeof statusAnswer>

/** What an editor is told. */
export interface StatusWords {
  tone: 'default' | 'positive' | 'caution' | 'critical'
  text: string
  /** What is wrong in detail, line by line. */
  details: readonly string[]
  /** Path of the page; null when there is nothing to show. */
  path: string | null
}

/** Whether the site has what was published last, so that nothing is about to change by itself. */
export function isSettled({ state, revision }: StatusAnswer, publishedRevision: string | null): boolean {
  return state !== 'waiting' && revision === publishedRevision
}

/** What is said of a document that does not change by itself; of one that readers see it is said since when. */
const STATES = {
  absent: { tone: 'default', text: 'Не опубликован' },
  waiting: { tone: 'default', text: 'На сайте: обновляется…' },
  hidden: {
    tone: 'caution',
    text: 'Опубликован, но читателям не показывается: нет действующего согласия или того, что показывать.',
  },
  rejected: { tone: 'critical', text: 'Опубликован, но на сайт не попал: в нём ошибки.' },
  failed: {
    tone: 'critical',
    text: 'На сайте прежняя версия: новую страницу не удалось собрать. Подробности видит администратор в разделе «Сайт».',
  },
  held: {
    tone: 'caution',
    text: 'Опубликован, но сайт возвращён к прежнему выпуску: читатели увидят правки, когда администратор вернёт новейший.',
  },
  live: { tone: 'positive', text: '' },
} as const satisfies Record<StatusAnswer['state'], Pick<StatusWords, 'tone' | 'text'>>

/**
 * How the document stands on the site, in words.
 * @param publishedRevision that of the published document in the Studio; null when there is none
 */
export function describeStatus(
  answer: StatusAnswer,
  publishedRevision: string | null,
  now: Date,
): StatusWords {
  const { state, path, problems, problem } = answer
  if (problem !== null) {
    const text =
      'Сайт сейчас не обновляется, попытки продолжаются. Если надпись не исчезнет за минуту, скажите администратору.'
    return { tone: 'caution', text, details: [], path }
  }
  if (!isSettled(answer, publishedRevision)) {
    const isComing = publishedRevision !== null
    const text = isComing ? STATES.waiting.text : 'Снимается с сайта…'
    return { tone: 'default', text, details: [], path: isComing ? path : null }
  }
  const { tone, text } = STATES[state]
  return { tone, text: state === 'live' ? liveWords(answer, now) : text, details: problems, path }
}

function liveWords({ path, updatedAt }: StatusAnswer, now: Date): string {
  const since = updatedAt === null ? 'опубликован' : `обновлено ${sinceWords(new Date(updatedAt), now)}`
  return `${path === null ? 'На страницах сайта' : 'На сайте'}: ${since}`
}
