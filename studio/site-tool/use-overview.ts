import { useCallback, useEffect, useState } from 'react'
import { fetchOverview, giveOrder, type Order, type Overview } from './overview-answer.ts'

const ASK_EVERY_MS = 2000

interface KnownOverview {
  /** Null until the first answer. */
  overview: Overview | null
  /** Why there is no newer answer, in words; null when there is one. */
  problem: string | null
  /** Whether an order is being carried out. */
  busy: boolean
  /** @returns why it was refused, in words; null when it was carried out */
  give: (order: Order) => Promise<string | null>
}

/** How the site is doing, kept current, and orders to it. */
export function useOverview(): KnownOverview {
  const [overview, setOverview] = useState<Overview | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const refresh = useCallback(async () => {
    try {
      setOverview(await fetchOverview())
      setProblem(null)
    } catch (error) {
      setProblem(wordsOf(error))
    }
  }, [])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let stopped = false
    const ask = async () => {
      if (!document.hidden) await refresh()
      if (!stopped) timer = setTimeout(() => void ask(), ASK_EVERY_MS)
    }
    void ask()
    return () => {
      stopped = true
      clearTimeout(timer)
    }
  }, [refresh])

  const give = async (order: Order) => {
    setBusy(true)
    try {
      await giveOrder(order)
      await refresh()
      return null
    } catch (error) {
      return wordsOf(error)
    } finally {
      setBusy(false)
    }
  }

  return { overview, problem, busy, give }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : 'Не получилось. Обновите страницу и повторите.'
}
