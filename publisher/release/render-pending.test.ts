import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFakeSite } from '../test-doubles/fake-site.ts'
import { author, openPublishingScene, practice } from '../test-doubles/publishing-scene.ts'
import type { PublishingScene } from '../test-doubles/publishing-scene.ts'
import type { SiteOptions } from '../site-bundle/built-site.ts'

const MANY = Array.from({ length: 30 }, (_, index) => ({
  ...practice,
  _id: `m${index}`,
  slug: `m-${index}`,
}))
/** More than are rendered before the others. */
const LATER = 15

let scene: PublishingScene

beforeEach(async () => {
  scene = await openPublishingScene([author, ...MANY])
})
afterEach(() => scene.close())

test('who asks for a page that is just being rendered gets it as it will be', async () => {
  let rendered = Number.NEGATIVE_INFINITY
  const asked: Promise<string>[] = []
  function createSite(options: SiteOptions) {
    const site = createFakeSite(options)
    return {
      ...site,
      render(path: string) {
        rendered += 1
        if (rendered > LATER && path.startsWith('/praktiki/m-')) asked.push(ask(path))
        return site.render(path)
      },
    }
  }
  async function ask(path: string): Promise<string> {
    await scene.publisher.renderBeforeOthers(path)
    return readFile(join(scene.publisher.publicDir, path, 'index.html'), 'utf8')
  }
  await scene.restart({ createSite, id: 'code-2' })
  rendered = 0
  await scene.put({ ...author, name: 'Петрова Б.Б.' })
  const pages = await Promise.all(asked)
  expect(pages.length).toBeGreaterThan(5)
  expect(pages.filter((page) => !page.includes('Петрова Б.Б.'))).toEqual([])
})
