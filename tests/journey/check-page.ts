import axe from 'axe-core'
import type { BrowserContext } from 'playwright-core'
import { z } from 'zod'

const report = z.object({
  violations: z.array(
    z.object({ id: z.string(), nodes: z.array(z.object({ target: z.array(z.unknown()) })) }),
  ),
})

/** Faults of one page as a reader on a phone meets it; an empty list when there are none. */
export async function findFaults(reader: BrowserContext, url: string): Promise<string[]> {
  const page = await reader.newPage()
  try {
    const response = await page.goto(url, { waitUntil: 'networkidle' })
    const faults = response?.status() === 200 ? [] : [`status ${response?.status() ?? 'none'}`]
    const { wide, width } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      width: document.documentElement.clientWidth,
    }))
    if (wide > width) faults.push(`scrolls sideways: ${wide} of ${width} px`)
    await page.evaluate(axe.source)
    const found = report.parse(
      await page.evaluate('axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] })'),
    )
    for (const { id, nodes } of found.violations) faults.push(`${id}: ${JSON.stringify(nodes[0]?.target)}`)
    return faults
  } finally {
    await page.close()
  }
}
