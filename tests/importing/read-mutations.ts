// Reads spoilt roadmap files in a process of its own, which the test that starts it can end when one takes too long.
// Prints a line of JSON before and after each file.
import * as fc from 'fast-check'
import { arbitraryRoadmap } from '#content/roadmap-import/corpus/arbitrary-roadmaps.ts'
import { HOSTILE_FILES } from '#content/roadmap-import/corpus/hostile-files.ts'
import { mutateFile, seededRandom } from '#content/roadmap-import/corpus/mutate-file.ts'
import { BYTE_RENDERERS } from '#content/roadmap-import/corpus/render-bytes.ts'
import { TEXT_RENDERERS } from '#content/roadmap-import/corpus/render-text.ts'
import { readRoadmapBytes } from '#content/roadmap-import/read-roadmap-file.ts'
import { RoadmapImportError } from '#content/roadmap-import/roadmap-import-error.ts'

const [from = 0, to = 0] = process.argv.slice(2).map(Number)

if (from < 0) await readHostileFile(-from - 1)
else await readMutations(from, to)

async function readHostileFile(index: number): Promise<void> {
  const [name, make] = Object.entries(HOSTILE_FILES)[index] ?? []
  if (name !== undefined && make) await readOne(name, await make())
}

async function readMutations(first: number, end: number): Promise<void> {
  const [model] = fc.sample(arbitraryRoadmap, { numRuns: 1, seed: first + 1 })
  if (!model) return
  const renderers = [
    ...Object.entries(BYTE_RENDERERS),
    ...Object.entries(TEXT_RENDERERS).map(
      ([name, render]) => [name, (drawn: typeof model) => new TextEncoder().encode(render(drawn))] as const,
    ),
  ]
  const files = await Promise.all(
    renderers.map(async ([name, render]) => ({ name, bytes: await render(model) })),
  )
  for (let number = first; number < end; number += 1) {
    const random = seededRandom(number)
    const file = files[Math.floor(random() * Object.keys(BYTE_RENDERERS).length * 1.3) % files.length]
    const other = files[Math.floor(random() * files.length)]
    if (!file || !other) continue
    // oxlint-disable-next-line no-await-in-loop -- one file at a time is what is measured
    const bytes = await mutateFile(file.bytes, other.bytes, random)
    // oxlint-disable-next-line no-await-in-loop -- one file at a time is what is measured
    await readOne(`${file.name} ${number}`, bytes)
  }
}

async function readOne(name: string, bytes: Uint8Array): Promise<void> {
  say({ begun: name })
  const begun = process.cpuUsage()
  const outcome = await readRoadmapBytes(bytes).then(
    ({ outline }) => (outline.stages.length > 0 ? 'read' : 'outline without stages'),
    (error: unknown) => (error instanceof RoadmapImportError ? 'refused' : `crashed: ${describe(error)}`),
  )
  say({ name, outcome, cpuMs: cpuMsSince(begun), peakMb: peakMemoryMb() })
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/** Time on the CPU since then: other programs of the machine do not count. */
function cpuMsSince(begun: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begun)
  return Math.round((user + system) / 1000)
}

/** The most memory the process has held so far. */
function peakMemoryMb(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024)
}

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}
