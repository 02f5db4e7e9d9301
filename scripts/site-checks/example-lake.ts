import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { SanityClient } from '@sanity/client'
import type { Lake } from '#lake/create-lake.ts'
import type { LakeDocument } from '#publisher/documents/document-source.ts'
import { lakeSource } from '#publisher/documents/lake-source.ts'
import { buildBundle } from '#publisher/site-bundle/build-bundle.ts'
import { childEnvironment, readEnvironment } from '../environment.ts'
import { loadExamples } from '../examples/load-examples.ts'
import { clientInProcess, openEmbeddedLake } from '../lake-access/embedded-lake.ts'

/** The project's folder. */
export const PROJECT_ROOT = dirname(dirname(import.meta.dirname))

/** A lake of its own that holds the examples. */
export interface ExampleLake {
  lake: Lake
  client: SanityClient
  dataDir: string
  /** Ends it and deletes its folder. */
  close(): Promise<void>
}

/** Opens a lake in a temporary folder and publishes the examples in it. */
export async function openExampleLake(): Promise<ExampleLake> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kopilka-examples-'))
  const environment = readEnvironment({ KOPILKA_DATA: dataDir })
  const lake = await openEmbeddedLake(environment)
  const client = clientInProcess(lake, environment, lake.accounts.addToken('проверка', 'administrator'))
  async function close(): Promise<void> {
    await lake.close()
    await rm(dataDir, { recursive: true })
  }
  try {
    await loadExamples({ client, folder: join(PROJECT_ROOT, 'examples'), say: () => undefined })
  } catch (error) {
    await close()
    throw error
  }
  return { lake, client, dataDir, close }
}

/** Everything that is published in a lake. */
export async function readPublished(client: SanityClient): Promise<LakeDocument[]> {
  const documents: LakeDocument[] = []
  for await (const document of lakeSource(client).published()) documents.push(document)
  return documents
}

/** Builds the project's site, unless it is built. @returns the folder of the bundle */
export function buildProjectBundle(): Promise<string> {
  return buildBundle({ root: PROJECT_ROOT, node: process.execPath, environment: childEnvironment({}) })
}
