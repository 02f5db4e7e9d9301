import { useEffect, useState } from 'react'
import { isSettled, statusAnswer, type StatusAnswer } from './document-status.ts'

const SOON_MS = 400
const LATER_MS = 3000
const SELDOM_MS = 15_000
/** What is not on the site after this long is asked for less often. */
const PATIENCE_MS = 60_000

/**
 * How the document stands on the site, asked again and again: often while something is about to change. Null until the
 * first answer.
 * @param publishedRevision that of the published document; null when there is none
 */
export function useDocumentStatus(id: string, publishedRevision: string | null): StatusAnswer | null {
  const [known, setKnown] = useState<{ id: string; answer: StatusAnswer } | null>(null)

  useEffect(() => {
    const stopping = new AbortController()
    const since = performance.now()
    let timer: ReturnType<typeof setTimeout> | undefined

    const ask = async () => {
      const answer = await fetchStatus(id, stopping.signal)
      if (stopping.signal.aborted) return
      if (answer !== null) setKnown({ id, answer })
      const settled = answer === null || isSettled(answer, publishedRevision)
      const impatient = performance.now() - since < PATIENCE_MS
      timer = setTimeout(() => void ask(), settled ? SELDOM_MS : impatient ? SOON_MS : LATER_MS)
    }
    const askWhenSeen = () => {
      clearTimeout(timer)
      if (!document.hidden) void ask()
    }
    void ask()
    document.addEventListener('visibilitychange', askWhenSeen, { signal: stopping.signal })
    return () => {
      stopping.abort()
      clearTimeout(timer)
    }
  }, [id, publishedRevision])

  return known?.id === id ? known.answer : null
}

/** @returns null when there is no answer */
async function fetchStatus(id: string, signal: AbortSignal): Promise<StatusAnswer | null> {
  try {
    const response = await fetch(`/publisher/status?id=${encodeURIComponent(id)}`, { signal })
    return response.ok ? statusAnswer.parse(await response.json()) : null
  } catch {
    return null
  }
}
