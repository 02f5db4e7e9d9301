import type { SanityClient } from 'sanity'
import { z } from 'zod'
import { quote } from '#content/text/quote.ts'
import type { ImportRecord } from './save-import.ts'

/** What became of taking an import back. */
export interface Undone {
  /** Whether the roadmap is as it was before. */
  roadmap: boolean
  /** What stays, with the reason. */
  stays: string[]
}

const NOW = '*[_id in $ids]{_id, _rev}'
const now = z.array(z.object({ _id: z.string(), _rev: z.string() }))
const USED = 'count(*[references($id) && !(_id in $own)])'
const earlier = z.object({ documents: z.array(z.looseObject({ _id: z.string(), _type: z.string() })) })

const CHANGED = 'после загрузки там уже правили'
const USED_ELSEWHERE = 'на эту запись уже ссылаются другие'
const GONE = 'этого уже нет'

/**
 * Takes back exactly what an import wrote, in one transaction: what it created goes, the draft that it replaced is
 * again what it was. What somebody changed or uses since stays, and so does everything when the roadmap itself does.
 */
export async function undoImport(client: SanityClient, record: ImportRecord): Promise<Undone> {
  const draft = `drafts.${record.roadmap}`
  const own = [draft, ...record.created.map(({ id }) => id)]
  const found = now.parse(await client.fetch<unknown>(NOW, { ids: own }, { perspective: 'raw' }))
  const revisions = new Map(found.map(({ _id, _rev }) => [_id, _rev]))
  const judge = (id: string) =>
    revisions.get(id) === record.transaction ? null : revisions.has(id) ? CHANGED : GONE
  const obstacle = judge(draft)
  if (obstacle !== null) return { roadmap: false, stays: [`Карта ${quote(record.title)}: ${obstacle}.`] }

  const transaction = client.transaction()
  const expect = (id: string) =>
    transaction.patch(id, { ifRevisionID: record.transaction, unset: ['_unchanged'] })
  expect(draft)
  if (record.before === null) transaction.delete(draft)
  else transaction.createOrReplace(await fetchRevision(client, draft, record.before))
  const stays: string[] = []
  for (const { id, name } of record.created) {
    // oxlint-disable-next-line no-await-in-loop -- a handful of small questions
    const reason = judge(id) ?? ((await isUsed(client, id, own)) ? USED_ELSEWHERE : null)
    if (reason !== null) {
      if (reason !== GONE) stays.push(`${name}: ${reason}.`)
      continue
    }
    expect(id)
    transaction.delete(id)
  }
  await transaction.commit({ visibility: 'sync' })
  return { roadmap: true, stays }
}

async function isUsed(client: SanityClient, id: string, own: readonly string[]): Promise<boolean> {
  const params = { id: id.replace(/^drafts\./, ''), own }
  return z.number().parse(await client.fetch<unknown>(USED, params, { perspective: 'raw' })) > 0
}

async function fetchRevision(client: SanityClient, id: string, revision: string) {
  const { dataset } = client.config()
  const url = `/data/history/${dataset}/documents/${id}?revision=${revision}`
  const answer = earlier.parse(await client.request<unknown>({ url }))
  const [document] = answer.documents
  if (!document) throw new Error('Прежний черновик в истории не найден. Верните его через «Историю» карты.')
  const { _rev, _updatedAt, ...fields } = document
  return fields
}
