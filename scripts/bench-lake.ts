// npm run bench:lake: how fast the lake is. The last line of stdout is JSON.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { organizationScope } from '#content/access/scopes.ts'
import { openLake, type Lake } from '#lake/create-lake.ts'
import { print, runCommand, say, UsageError } from './command-line.ts'
import { publicView } from './lake-access/public-view.ts'
import { idOf, makeDocuments } from './lake-bench/make-documents.ts'
import { measureHostility, type HostilityResult } from './lake-bench/measure-hostility.ts'
import { percentile, timeShape, type ShapeResult } from './lake-bench/measure-queries.ts'
import { measureWrites, type Call } from './lake-bench/measure-writes.ts'
import { listShapes, type QueryShape } from './lake-bench/query-shapes.ts'
import { readPeakMemory } from './lake-bench/read-peak-memory.ts'
import { runPlainly } from './lake-bench/run-plainly.ts'

/** Documents of one transaction while the lake is filled. */
const BATCH = 500

const usage = `Измеряет скорость озера на временных данных.

  npm run bench:lake -- [--documents 100000] [--runs 50] [--writes 3000] [--listeners 100]

Последняя строка вывода — JSON.`

await runCommand(usage, async (args) => {
  const { documents, runs, writes, listeners } = readOptions(args)
  const dataDir = mkdtempSync(join(tmpdir(), 'kopilka-bench-'))
  const lake = await openLake({
    dataDir,
    projectId: 'local',
    dataset: 'production',
    publicView,
    publicViewModule: {
      url: new URL('lake-access/public-view.ts', import.meta.url).href,
      name: 'publicView',
    },
  })
  try {
    const call = createCall(lake, lake.accounts.addToken('bench', 'editor'))
    const school = organizationScope({ id: idOf(3), name: 'Школа' })
    const callOfSchool = createCall(lake, lake.accounts.addToken('school', 'editor', [school]))
    say(`Записываю документы: ${documents}…`)
    await fill(call, documents)
    const started = performance.now()
    await lake.whenIndexed()
    await lake.warmUp()
    say(`Указатель готов через ${((performance.now() - started) / 1_000).toFixed(1)} с после записи.`)
    const shapes = listShapes(documents)
    const timed: { shape: QueryShape; times: number[] }[] = []
    for (const shape of shapes)
      timed.push({
        shape,
        times: await timeShape(shape, (one) => ask(one.asker ? callOfSchool : call, one), runs),
      })
    say('Запросы измерены, теперь запись…')
    const ids = Array.from({ length: writes }, (_, place) => idOf(place % documents))
    const written = await measureWrites(call, ids, listeners)
    const peakMemoryMiB = readPeakMemory()
    const hostility = await measureHostility(
      call,
      shapes.filter(({ asker }) => !asker),
    )
    say(describeHostility(hostility))
    say('Те же запросы обычным groq-js…')
    const plain = await runPlainly(documents)
    const results: ShapeResult[] = []
    for (const { shape, times } of timed) {
      const p50Ms = percentile(times, 0.5)
      const plainRatio = (plain[shape.name] ?? Number.NaN) / p50Ms
      results.push({ name: shape.name, p50Ms, p99Ms: percentile(times, 0.99), plainRatio })
      say(`${shape.name}: ${p50Ms.toFixed(2)} мс, обычный groq-js в ${plainRatio.toFixed(0)} раз дольше`)
    }
    print(JSON.stringify(summarize({ documents, shapes: results, ...written, peakMemoryMiB, hostility })))
  } finally {
    await lake.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
})

interface Report {
  documents: number
  shapes: ShapeResult[]
  writesPerSecond: number
  listenerDelayP99Ms: number
  /** Of the lake with its process for long queries, before groq-js gets all documents. */
  peakMemoryMiB: number
  hostility: HostilityResult
}

function ms(time: number): string {
  return `${time.toFixed(1)} мс`
}

function describeHostility({ refused, requests, p50Ms, p99Ms, ...rest }: HostilityResult): string {
  return [
    `Пока шли четыре тяжёлых запроса (ответы ${refused.join(', ')}), остальные ${requests}:`,
    `медиана ${ms(p50Ms)}, 99 % быстрее ${ms(p99Ms)}, из первых двухсот — ${ms(rest.startP99Ms)};`,
    `99 % записей быстрее ${ms(rest.writeP99Ms)}, событий — ${ms(rest.listenerDelayP99Ms)}.`,
  ].join(' ')
}

function summarize({ shapes, ...rest }: Report) {
  const median = (read: (shape: ShapeResult) => number) =>
    percentile(
      shapes.map(read).toSorted((one, other) => one - other),
      0.5,
    )
  return {
    ...rest,
    shapes,
    medianP50Ms: median(({ p50Ms }) => p50Ms),
    medianPlainRatio: median(({ plainRatio }) => plainRatio),
    worstP99Ms: Math.max(...shapes.map(({ p99Ms }) => p99Ms)),
  }
}

function readOptions(args: string[]) {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args,
    options: { documents: text, runs: text, writes: text, listeners: text },
  })
  const read = (name: keyof typeof values, otherwise: number) => {
    const value = Number(values[name] ?? otherwise)
    if (!Number.isInteger(value) || value < 1)
      throw new UsageError(`--${name}: нужно целое число больше нуля.`)
    return value
  }
  return {
    documents: read('documents', 100_000),
    runs: read('runs', 50),
    writes: read('writes', 3_000),
    listeners: read('listeners', 100),
  }
}

function createCall(lake: Lake, token: string): Call {
  return (path, init = {}) =>
    lake.fetch(
      new Request(`http://localhost/v2025-02-19${path}`, {
        ...init,
        headers: { authorization: `Bearer ${token}` },
      }),
    )
}

async function fill(call: Call, count: number): Promise<void> {
  let mutations: unknown[] = []
  const send = async () => {
    const response = await call('/data/mutate/production', {
      method: 'POST',
      body: JSON.stringify({ mutations }),
    })
    if (!response.ok) throw new Error(await response.text())
    mutations = []
  }
  for (const document of makeDocuments(count)) {
    mutations.push({ create: document })
    if (mutations.length === BATCH) await send()
  }
  if (mutations.length > 0) await send()
}

async function ask(call: Call, { query, params, perspective }: QueryShape): Promise<void> {
  const response = await call(`/data/query/production?returnQuery=false&perspective=${perspective}`, {
    method: 'POST',
    body: JSON.stringify({ query, params }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(text)
}
