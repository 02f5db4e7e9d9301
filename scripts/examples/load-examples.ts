import type { SanityClient } from '@sanity/client'
import { sanityImport } from '@sanity/import'
import { formatCount } from '#content/text/plurals.ts'
import { readExampleDocuments } from './read-example-documents.ts'

const DOCUMENTS = ['документ', 'документа', 'документов'] as const

/** What loading needs. */
export interface LoadOptions {
  /** May write everything. */
  client: SanityClient
  /** Holds `content.ndjson`, the pictures and files it names, and `roadmaps/*.txt`. */
  folder: string
  /** Hears what is being done, in Russian. */
  say: (line: string) => void
}

/** Publishes the examples: documents with their pictures and files, and roadmaps read by the importer. */
export async function loadExamples({ client, folder, say }: LoadOptions): Promise<void> {
  const documents = await readExampleDocuments(folder)
  say(`Загружаю примеры с картинками и файлами: ${formatCount(documents.length, DOCUMENTS)}…`)
  const { resolveFetch } = client.config()
  await sanityImport(documents, {
    client,
    operation: 'createOrReplace',
    assetsBase: folder,
    tag: 'kopilka.examples',
    ...(resolveFetch === undefined ? {} : { assetFetch: resolveFetch() }),
  })
  say('Примеры загружены.')
}
