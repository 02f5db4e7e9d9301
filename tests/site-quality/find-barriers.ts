import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { z } from 'zod'

const report = z.object({
  violations: z.array(
    z.object({ id: z.string(), nodes: z.array(z.object({ target: z.array(z.unknown()) })) }),
  ),
})

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe finds on a page by WCAG 2.2 AA, or by these of its rules only. */
export async function findBarriers(page: Page, rules: readonly string[] = WCAG): Promise<string[]> {
  await page.evaluate(axe.source)
  const found = report.parse(await page.evaluate(`axe.run({ runOnly: ${JSON.stringify(rules)} })`))
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`,
  )
}
