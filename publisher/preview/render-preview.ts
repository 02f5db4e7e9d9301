import type { DocumentSource, LakeDocument } from '../documents/document-source.ts'
import { createPublicDocuments } from '../documents/public-documents.ts'
import type { DocumentRules, PublicDocuments } from '../documents/public-documents.ts'
import { createTurns } from '../one-at-a-time.ts'
import type { BuiltSite, CreateSite, RenderedPage } from '../site-bundle/built-site.ts'
import { siteClock } from '../site-clock.ts'
import { createDraftOverlay } from './draft-overlay.ts'
import { createFieldMarks, hasMarks, removeMarks } from './field-marks.ts'
import type { MapText } from './field-marks.ts'

/** A preview without a reader for this long gives its memory back. */
const FORGET_AFTER_MS = 10 * 60_000

/** A list of thousands is no page on which somebody clicks into a field. */
const MOST_MARKED = 300

/** What previews are made from. */
export interface PreviewOptions {
  source: Pick<DocumentSource, 'drafts'>
  /** Published documents, kept current by the publisher. */
  published: Pick<PublicDocuments, 'get' | 'lakeDocuments'>
  rules: DocumentRules
  createSite: CreateSite
  origin: string
  now: () => Date
  /** Which texts of documents a click in the preview leads to. */
  mapText: MapText
}

/** Says of drafts whether they may be shown. */
export type Admits = (draft: LakeDocument) => boolean

/** Renders pages as they would look if every draft were published. */
export interface Preview {
  /**
   * Renders with the drafts of this moment. What readers may not see, a preview does not show either.
   * @param admits which drafts whoever looks may see; all when missing
   */
  render(path: string, admits?: Admits): Promise<RenderedPage>
  /** Says that published documents changed. */
  publishedChanged(ids: readonly string[]): void
  close(): void
}

/** A site over drafts, made at the first preview and kept in step from then on. */
interface DraftSite {
  site: BuiltSite
  documents: PublicDocuments
  overlay: ReturnType<typeof createDraftOverlay>
  today: string
}

export function createPreview({
  source,
  published,
  rules,
  createSite,
  origin,
  now,
  mapText,
}: PreviewOptions): Preview {
  const inTurn = createTurns()
  const changed = new Set<string>()
  /** A draft is unfinished by nature: it is shown as far as it goes. */
  const lenient: DocumentRules = { ...rules, problemsOf: () => [] }
  let current: DraftSite | null = null
  let forgetTimer: NodeJS.Timeout | undefined

  async function open(admits: Admits): Promise<DraftSite> {
    const today = siteClock(now())
    const overlay = createDraftOverlay(source, (id) => published.get(id))
    await overlay.refresh(admits)
    changed.clear()
    const ids = new Set([...idsOf(published.lakeDocuments()), ...overlay.ids()])
    const documents = createPublicDocuments(lenient, today)
    await documents.load([...ids].flatMap((id) => overlay.get(id) ?? []))
    const site = createSite({ origin, today, documents: documents.packVisible(), forEditors: true })
    return { site, documents, overlay, today }
  }

  async function bringUpToDate(draft: DraftSite, admits: Admits): Promise<void> {
    const ids = [...new Set([...changed, ...(await draft.overlay.refresh(admits))])]
    changed.clear()
    const present = ids.flatMap((id) => draft.overlay.get(id) ?? [])
    const absent = ids.filter((id) => draft.overlay.get(id) === undefined)
    draft.site.apply(draft.documents.update(present, absent))
    const today = siteClock(now())
    if (today === draft.today) return
    draft.today = today
    draft.site.apply({ ...draft.documents.setToday(today), today })
  }

  /**
   * Renders a page twice: as it will be published, and with marks in the texts of the documents it read. Where marks
   * change more than themselves, the page goes without them.
   */
  async function renderMarked({ site, documents }: DraftSite, path: string): Promise<RenderedPage> {
    const page = await site.render(path)
    if (!page.contentType.startsWith('text/html')) return page
    const html = textOf(page)
    const ids = page.reads.flatMap((key) => (key.startsWith('doc:') ? [key.slice(4)] : []))
    if (ids.length === 0 || ids.length > MOST_MARKED || hasMarks(html)) return page
    const plain = ids.flatMap((id) => documents.getVisible(id) ?? [])
    const marks = createFieldMarks(mapText, `${origin}/studio`)
    site.apply({ upsert: plain.map((document) => marks.mark(document)) })
    const marked = await site
      .render(path)
      .catch(() => page)
      .finally(() => site.apply({ upsert: plain }))
    // What stands in the head is cut to a length, and not shown.
    const [head, body] = [html.slice(0, bodyOf(html)), html.slice(bodyOf(html))]
    const markedBody = textOf(marked).slice(bodyOf(textOf(marked)))
    return removeMarks(markedBody) === body ? { ...page, body: head + marks.writeOut(markedBody) } : page
  }

  function forgetLater(): void {
    clearTimeout(forgetTimer)
    forgetTimer = setTimeout(() => {
      current = null
    }, FORGET_AFTER_MS)
    forgetTimer.unref()
  }

  return {
    render: (path, admits = () => true) =>
      inTurn(async () => {
        forgetLater()
        try {
          if (current === null) current = await open(admits)
          else await bringUpToDate(current, admits)
          return await renderMarked(current, path)
        } catch (error) {
          // A site that took only a part of the changes must not be used again.
          current = null
          throw error
        }
      }),
    publishedChanged(ids) {
      if (current !== null) for (const id of ids) changed.add(id)
    },
    close() {
      clearTimeout(forgetTimer)
      current = null
    },
  }
}

/** Where the body of a page begins. */
function bodyOf(html: string): number {
  return Math.max(0, html.indexOf('<body'))
}

function textOf({ body }: RenderedPage): string {
  return typeof body === 'string' ? body : new TextDecoder().decode(body)
}

function idsOf(documents: Iterable<LakeDocument>): string[] {
  return [...documents].map(({ _id }) => _id)
}
