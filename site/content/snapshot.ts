import { createReadStream, existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { acceptDocuments, type PublicDocument } from './accept.ts'
import { type ContentStore, createContentStore } from './content-store.ts'

/** Where a plain `astro build` takes content from; null in the bundle, whose caller hands content over. */
declare const __SNAPSHOT_SOURCE__: {
  readonly origin: string
  /** Path of an NDJSON file of public documents. */
  readonly snapshot: string
  /** ISO date or moment; null means now. */
  readonly today: string | null
} | null

let store: Promise<ContentStore> | undefined

/**
 * The content of the snapshot file, read once.
 *
 * @throws when there is no snapshot, saying how to get one.
 */
export function openSnapshot(): Promise<ContentStore> {
  store ??= readSnapshot()
  return store
}

async function readSnapshot(): Promise<ContentStore> {
  const source = __SNAPSHOT_SOURCE__
  if (source === null) throw new Error('Страница запрошена без содержания: его передаёт createSite.')
  if (!existsSync(source.snapshot)) {
    throw new Error(
      `Нет файла с содержанием сайта: ${source.snapshot}. Запустите один раз npm start — он сохранит опубликованное в этот файл, — или укажите свой файл в KOPILKA_SNAPSHOT.`,
    )
  }
  return createContentStore({
    origin: source.origin,
    today: source.today ?? new Date().toISOString(),
    documents: acceptDocuments(await readDocuments(source.snapshot)),
  })
}

async function readDocuments(path: string): Promise<PublicDocument[]> {
  const documents: PublicDocument[] = []
  let number = 0
  for await (const line of createInterface({ input: createReadStream(path, 'utf8') })) {
    number += 1
    if (line.trim() === '') continue
    const document: unknown = JSON.parse(line)
    if (!isPublicDocument(document)) {
      throw new TypeError(
        `${path}, строка ${number}: нет _id или _type. Это не файл опубликованных документов.`,
      )
    }
    documents.push(document)
  }
  return documents
}

function isPublicDocument(value: unknown): value is PublicDocument {
  return (
    typeof value === 'object' &&
    value !== null &&
    '_id' in value &&
    typeof value._id === 'string' &&
    '_type' in value &&
    typeof value._type === 'string'
  )
}
