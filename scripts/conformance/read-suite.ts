import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import * as z from 'zod'

/** A query and what it has to give. */
export interface SuiteCase {
  id: string
  query: string
  params: Record<string, unknown>
  dataset: string
  /** Missing when the query has to be refused. */
  expected?: { result: unknown }
  /** Why the case says nothing about the lake; null when it applies. */
  omitted: string | null
  /** Made by the suite itself out of another case. */
  isGenerated: boolean
}

export interface Suite {
  cases: SuiteCase[]
  /** Documents by name of the dataset. */
  datasets: Map<string, Record<string, unknown>[]>
}

/** What the suite may ask for beyond the language itself, as far as the lake has it. */
const FEATURES = new Set(['portableText', 'contentReleases', 'internalDocuments', 'customFunctions'])
const VERSIONS = new Set(['>= 1.0', '>= 1.1', '>= 1.2'])

const documents = z.array(z.record(z.string(), z.unknown()))
const entry = z.discriminatedUnion('_type', [
  z.object({
    _type: z.literal('dataset'),
    _id: z.string(),
    url: z.string(),
    documents: documents.optional(),
  }),
  z.object({
    _type: z.literal('test'),
    _id: z.string(),
    query: z.string(),
    filename: z.string(),
    valid: z.boolean(),
    result: z.unknown(),
    version: z.string().nullish(),
    features: z.array(z.string()),
    params: z.record(z.string(), z.unknown()).nullish(),
    dataset: z.object({ _ref: z.string() }),
  }),
])

/** Reads a compiled suite: one JSON value a line. @throws Error for lines of another kind */
export async function readSuite(path: string): Promise<Suite> {
  const suite: Suite = { cases: [], datasets: new Map() }
  const elsewhere = new Set<string>()
  let generated = ''
  for await (const line of createInterface({ input: createReadStream(path) })) {
    if (line === '') continue
    const read = entry.parse(JSON.parse(line))
    if (read._type === 'dataset') {
      if (read.documents) suite.datasets.set(read._id, read.documents)
      else elsewhere.add(read._id)
      if (read.url === 'generated') generated = read._id
    } else suite.cases.push(readCase(read))
  }
  return {
    ...suite,
    cases: suite.cases.map((one) => ({
      ...one,
      isGenerated: one.dataset === generated,
      omitted: elsewhere.has(one.dataset) ? 'dataset elsewhere' : one.omitted,
    })),
  }
}

function readCase(read: Extract<z.infer<typeof entry>, { _type: 'test' }>): SuiteCase {
  const { _id: id, query, valid, result, params, dataset } = read
  return {
    id,
    query,
    params: params ?? {},
    dataset: dataset._ref,
    ...(valid && { expected: { result } }),
    omitted: findOmission(read),
    isGenerated: false,
  }
}

function findOmission({
  version,
  features,
  filename,
}: {
  version?: string | null | undefined
  features: string[]
  filename: string
}): string | null {
  const missing = features.find((feature) => !FEATURES.has(feature))
  if (missing !== undefined) return `feature ${missing}`
  if (version && !VERSIONS.has(version)) return `version ${version}`
  return filename.startsWith('perf/') ? 'measures speed' : null
}
