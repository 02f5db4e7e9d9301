import type { SanityClient } from '@sanity/client'
import { sanityImport } from '@sanity/import'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'

const documentSchema = z.looseObject({ _id: z.string(), _type: z.string() })
type ExampleDocument = z.infer<typeof documentSchema>

/** What loading needs. */
export interface LoadOptions {
  /** May write everything. */
  client: SanityClient
  /** Holds `*.ndjson`, the pictures and files they name, and `roadmaps/*.txt`. */
  folder: string
  /** Hears what is being done, in Russian. */
  say: (line: string) => void
}

/** Publishes the examples: documents with their pictures and files, and roadmaps read by the importer. */
export async function loadExamples({ client, folder, say }: LoadOptions): Promise<void> {
  say('Загружаю примеры…')
  const documents = await readDocuments(join(folder, 'content.ndjson'))
  const { resolveFetch } = client.config()
  await sanityImport(documents, {
    client,
    operation: 'createOrReplace',
    assetsBase: pathToFileURL(`${folder}/`).href,
    tag: 'kopilka.examples',
    ...(resolveFetch === undefined ? {} : { assetFetch: resolveFetch() }),
    onProgress: ({ step, current, total, update }) => {
      if (update !== true.toString()) return
      say(`${step} ${current ?? ''}/${total ?? ''}`)
    },
  })
  say(`Примеры загружены: документов — ${documents.length}.`)
}

async function readDocuments(file: string): Promise<ExampleDocument[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '')
  return lines.map((line) => documentSchema.parse(JSON.parse(line)))
}
