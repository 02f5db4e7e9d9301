import type { Page } from 'playwright-core'
import { z } from 'zod'

const stop = z.object({
  /** What it is, for messages. */
  name: z.string(),
  /** Place among all elements of the page. */
  place: z.number(),
  /** Whether it is on the screen. */
  shown: z.boolean(),
  /** Whether a reader sees that it has the focus. */
  marked: z.boolean(),
})

/** An element that the Tab key stopped at. */
export type TabStop = z.infer<typeof stop>

/** What the Tab key stops at from the top of a page, until it leaves the page or `most` times. */
export async function walkByTab(page: Page, most: number): Promise<TabStop[]> {
  const stops: TabStop[] = []
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press('Tab')
    const found: unknown = await page.evaluate(DESCRIBE_FOCUS)
    if (found === null) break
    stops.push(stop.parse(found))
  }
  return stops
}

/** What is wrong with a walk: places that are hidden, unmarked, or come before those already passed. */
export function findStumbles(stops: readonly TabStop[]): string[] {
  return stops.flatMap(({ name, place, shown, marked }, index) => {
    const before = stops[index - 1]
    return [
      ...(shown ? [] : [`${name} is off the screen`]),
      ...(marked ? [] : [`${name} does not show the focus`]),
      ...(before !== undefined && before.place >= place ? [`${name} comes after ${before.name}`] : []),
    ]
  })
}

/** Run in the page: the outline may stand at the element or, for choices drawn by their label, at the label. */
const DESCRIBE_FOCUS = `(() => {
  const element = document.activeElement
  if (element === null || element === document.body) return null
  const box = element.getBoundingClientRect()
  const outlined = (one) => {
    const style = one === null ? null : getComputedStyle(one)
    return style !== null && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
  }
  const label = element.labels?.[0] ?? null
  return {
    name: element.tagName.toLowerCase() + ' «' + (element.textContent.trim() || element.id || element.name || '').replace(/\\s+/g, ' ').slice(0, 40) + '»',
    place: [...document.querySelectorAll('*')].indexOf(element),
    shown: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    marked: outlined(element) || outlined(label),
  }
})()`
