import { createApp } from 'astro/app/entrypoint'
import type { Changes, PublicDocument } from '../content/store.ts'

export interface RenderedFile { status: number; contentType: string; body: Uint8Array | string; reads: string[] }
export interface Site {
  apply(changes: Changes): Set<string>
  urls(): string[]
  render(path: string): Promise<RenderedFile>
}
const app = createApp({ streaming: false })
export function createSite(options: { origin: string; today: string; documents: Iterable<PublicDocument> }): Site {
  const documents = new Map([...options.documents].map((d) => [d._id, d]))
  let today = options.today
  return {
    apply(changes) {
      const touched = new Set<string>()
      for (const d of changes.upsert ?? []) { documents.set(d._id, d); touched.add(`doc:${d._id}`).add('index:all:') }
      for (const id of changes.remove ?? []) { documents.delete(id); touched.add(`doc:${id}`).add('index:all:') }
      if (changes.today !== undefined && changes.today !== today) { today = changes.today; touched.add('today') }
      return touched
    },
    urls: () => ['/', '/praktiki/'],
    async render(path) {
      const reads = new Set<string>(['index:all:'])
      const response = await app.render(new Request(new URL(path, options.origin)), { locals: { content: { origin: options.origin, documents: [...documents.values()] } } })
      return { status: response.status, contentType: response.headers.get('content-type') ?? 'text/html', body: await response.text(), reads: [...reads] }
    },
  }
}
