import { createServer } from 'node:net'
import { once } from 'node:events'
import lighthouse from 'lighthouse'
import defaultConfig from 'lighthouse/core/config/default-config.js'
import { launchBrowser } from '../checks/launch-browser.ts'

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const

/** What Lighthouse says of one page as a phone shows it. */
export interface Audit {
  /** 0–100 by category. */
  readonly scores: Readonly<Record<(typeof CATEGORIES)[number], number>>
  /** Audits that count and are not passed, with what Lighthouse says. */
  readonly faults: readonly string[]
  /** Whether every audit came to a result: the browser may fail to say what it drew when. */
  readonly whole: boolean
}

/** A browser that Lighthouse steers. */
export interface Auditor {
  /**
   * A page that gets less than 100 is looked at twice more, and the run with the median sum of scores counts: on a busy
   * machine a task of the browser may take long by chance. A run without a result counts for nothing and is repeated.
   */
  audit(page: AuditedPage): Promise<Audit>
  close(): Promise<void>
}

/** A page to be audited. */
export interface AuditedPage {
  readonly url: string
  /** It answers that there is no such page: audits that want it found and listed are left out. */
  readonly missing?: boolean
}

/** Runs of a page that is not perfect the first time. */
const MOST_RUNS = 3
/** How long network and processor are to be quiet; nothing of these pages is loaded late. */
const QUIET_MS = 500
/** What is wrong with an error page by its nature. */
const OF_MISSING = new Set(['errors-in-console', 'http-status-code', 'is-crawlable'])

/** Starts a browser for audits. */
export async function openAuditor(): Promise<Auditor> {
  const port = await findFreePort()
  const browser = await launchBrowser([`--remote-debugging-port=${port}`])
  return {
    async audit(page) {
      const runs = [await auditWhole(page, port)]
      while (!isPerfect(runs[0]) && runs.length < MOST_RUNS) runs.push(await auditWhole(page, port))
      const [median = runs[0]] = runs.toSorted((a, b) => sum(a) - sum(b)).slice(Math.floor(runs.length / 2))
      if (median === undefined) throw new Error(`Lighthouse says nothing of ${page.url}`)
      return median
    },
    close: () => browser.close(),
  }
}

/** Whether all scores are 100. */
export function isPerfect(audit: Audit | undefined): boolean {
  return audit !== undefined && sum(audit) === CATEGORIES.length * 100
}

async function auditWhole(page: AuditedPage, port: number): Promise<Audit> {
  let audit = await auditOnce(page, port)
  for (let run = 1; run < MOST_RUNS && !audit.whole; run += 1) audit = await auditOnce(page, port)
  return audit
}

async function auditOnce({ url, missing = false }: AuditedPage, port: number): Promise<Audit> {
  const flags = {
    port,
    logLevel: 'error' as const,
    disableFullPageScreenshot: true,
    throttlingMethod: 'simulate' as const,
    ignoreStatusCode: missing,
    pauseAfterFcpMs: QUIET_MS,
    pauseAfterLoadMs: QUIET_MS,
    networkQuietThresholdMs: QUIET_MS,
    cpuQuietThresholdMs: QUIET_MS,
  }
  const onlyAudits = missing ? COUNTED.filter((id) => !OF_MISSING.has(id)) : COUNTED
  const result = await lighthouse(url, flags, { extends: 'lighthouse:default', settings: { onlyAudits } })
  if (result === undefined) throw new Error(`Lighthouse says nothing of ${url}`)
  const { categories, audits, runtimeError } = result.lhr
  const scoreOf = (key: string) => Math.round((categories[key]?.score ?? 0) * 100)
  const faults = Object.values(audits).flatMap(({ id, score, displayValue, title, errorMessage }) =>
    errorMessage === undefined && (score === null || score >= 1)
      ? []
      : [`${id}: ${errorMessage ?? displayValue ?? title}`],
  )
  return {
    whole: CATEGORIES.every((key) => typeof categories[key]?.score === 'number'),
    scores: {
      performance: scoreOf('performance'),
      accessibility: scoreOf('accessibility'),
      'best-practices': scoreOf('best-practices'),
      seo: scoreOf('seo'),
    },
    faults: runtimeError === undefined ? faults : [runtimeError.message, ...faults],
  }
}

/** Audits that count for a score; those that do not would take half of the time. */
const COUNTED = CATEGORIES.flatMap((key) =>
  (defaultConfig.categories?.[key]?.auditRefs ?? []).flatMap(({ id, weight }) => (weight > 0 ? [id] : [])),
)

function sum({ scores }: Audit): number {
  return Object.values(scores).reduce((total, score) => total + score, 0)
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || address === null) throw new Error('The system gave no port')
  return address.port
}
