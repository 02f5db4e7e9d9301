import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { outlineToDocuments } from '#content/roadmap-import/documents/outline-to-documents.ts'
import { readRoadmap } from '#content/roadmap-import/read-roadmap.ts'
import { connectToLake } from './connect.ts'
import { childEnvironment, readEnvironment } from './environment.ts'
import { saveDrafts } from './roadmap-import/save-drafts.ts'

const GOOD = `Дорожная карта наставничества в МБОУ СОШ № 7 на 2024-2025 учебный год

№	Мероприятия	Сроки	Ответственные
1.	Приказ о назначении куратора	сентябрь	Иванова М.П., директор
2.	Обучение наставников	октябрь 2024	куратор
3.	Освещение итогов на сайте школы	май	администратор сайта
`

let folder = ''
let good = ''
let bad = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kopilka-import-'))
  good = join(folder, 'good.txt')
  bad = join(folder, 'bad.txt')
  await writeFile(good, GOOD)
  await writeFile(bad, 'Просто письмо без таблицы.')
})

afterAll(() => rm(folder, { recursive: true }))

function run(
  script: string,
  args: string[],
  input = '',
  data = 'data',
): Promise<{ code: number; stdout: string; stderr: string }> {
  const environment = childEnvironment({ KOPILKA_DATA: join(folder, data), KOPILKA_EXAMPLES: '0' })
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join(import.meta.dirname, script), ...args],
      { env: environment },
      (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    )
    child.stdin?.end(input)
  })
}

const outlineSchema = z.object({
  title: z.string(),
  stages: z.array(z.object({ activities: z.array(z.unknown()) })),
})

test('a dry run prints one outline a line and goes on after a bad file', async () => {
  const { code, stdout, stderr } = await run('import.ts', [good, bad, good, '--dry-run', '--json'])
  const outlines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => outlineSchema.parse(JSON.parse(line)))
  expect(outlines.map((outline) => outline.stages[0]?.activities.length)).toEqual([3, 3])
  expect(stderr).toContain('bad.txt: не прочитан — Таблица дорожной карты не найдена')
  expect(code).toBe(1)
})

test.each([
  [[], 2],
  [['--unknown'], 2],
  [['file.txt', '--json'], 2],
  [['/no/such/file.txt', '--dry-run', '--json'], 1],
])('import %j ends with %d', async (args, code) => {
  const ended = await run('import.ts', args)
  expect(ended.code).toBe(code)
  expect(ended.stdout).toBe('')
  expect(ended.stderr).not.toBe('')
})

test('a good file is read and the command ends with 0', async () => {
  const { code, stderr } = await run('import.ts', [good, '--dry-run'])
  expect(code).toBe(0)
  expect(stderr).toContain('3\u00a0мероприятия')
})

const stateSchema = z.object({
  complete: z.boolean(),
  files: z.array(z.object({ file: z.string(), outcome: z.string() })),
})

test('a folder is imported with a report beside it; Ctrl-C leaves the rest for the next run', async () => {
  const cards = join(folder, 'cards')
  await mkdir(join(cards, 'selo'), { recursive: true })
  for (let school = 1; school <= 30; school += 1) {
    const name = school % 2 ? `${school}.txt` : `selo/${school}.txt`
    await writeFile(join(cards, name), school % 5 ? GOOD.replace('№ 7', `№ ${school}`) : 'Просто письмо.')
  }
  const readState = async () =>
    stateSchema.parse(JSON.parse(await readFile(join(folder, 'cards-import', 'report.json'), 'utf8')))

  const environment = childEnvironment({ KOPILKA_DATA: join(folder, 'bulk'), KOPILKA_EXAMPLES: '0' })
  const script = join(import.meta.dirname, 'import.ts')
  const child = spawn(process.execPath, [script, cards], {
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  await once(child.stderr, 'data')
  child.kill('SIGINT')
  child.stderr.resume()
  expect(await once(child, 'exit')).toEqual([130, null])
  const begun = await readState()
  expect([begun.complete, begun.files.length > 0]).toEqual([false, true])

  const rest = await run('import.ts', [cards], '', 'bulk')
  expect(rest.code).toBe(1)
  expect(rest.stderr).toContain('без изменений, пропущен')
  expect(rest.stdout).toContain(join(folder, 'cards-import', 'report.csv'))
  const done = await readState()
  expect(done.complete).toBe(true)
  const outcomes = done.files.map(({ outcome }) => outcome).toSorted()
  expect(outcomes).toEqual([...Array<string>(24).fill('created'), ...Array<string>(6).fill('failed')])
})

test('deadlines are read line by line', async () => {
  const { code, stdout } = await run(
    'deadlines.ts',
    ['--period', '2024-09-01/2025-05-31'],
    'май\n\nпо графику\n',
  )
  const kinds = stdout
    .trimEnd()
    .split('\n')
    .map((line) => z.object({ kind: z.string() }).parse(JSON.parse(line)).kind)
  expect(kinds).toEqual(['month', 'absent', 'per-plan'])
  expect(code).toBe(0)
})

test.each(['2024', '', '2024-02-30/2024-12-31', '2025-01-01/2024-01-01', '2024-01-01/2024-12-31/'])(
  'the period «%s» is a wrong call',
  async (period) => {
    const { code, stdout, stderr } = await run('deadlines.ts', ['--period', period], 'май')
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('Срок «')
  },
)

test('people in charge are read line by line', async () => {
  const { stdout } = await run('responsible.ts', [], 'Куратор ⏎Иванова И.И.\n')
  expect(JSON.parse(stdout)).toMatchObject({ persons: ['Иванова И.И.'], roles: ['куратор'], bodies: [] })
})

test('importing makes drafts; importing again updates them and keeps the progress', async () => {
  const environment = { ...readEnvironment({}), dataDir: join(folder, 'lake') }
  const lake = await connectToLake(environment)
  try {
    const documents = outlineToDocuments(readRoadmap(await readFile(good)))
    const first = await saveDrafts(lake.client, documents)
    expect(first).toEqual({
      roadmapId: 'roadmap-mbou-sosh-7-2024-2025',
      updated: false,
      created: ['МБОУ СОШ № 7', 'Иванова М.П.'],
    })
    const draft = `drafts.${first.roadmapId}`
    await lake.client
      .patch(draft)
      .set({ 'stages[0].activities[0].status': 'done', supersedes: undefined })
      .commit()
    const second = await saveDrafts(lake.client, documents)
    expect(second).toMatchObject({ updated: true, created: [] })
    const query =
      '*[_id == $draft][0]{title, level, "done": stages[].activities[status == "done"]._key, "owner": organization._ref}'
    expect(await lake.client.fetch(query, { draft }, { perspective: 'raw' })).toEqual({
      title: documents.roadmap.title,
      level: 'school',
      done: ['s1a1'],
      owner: 'organization-mbou-sosh-7',
    })
  } finally {
    await lake.close()
  }
})

test('what an editor writes at the same moment is not lost', async () => {
  const lake = await connectToLake({ ...readEnvironment({}), dataDir: join(folder, 'contested-lake') })
  try {
    const documents = outlineToDocuments(readRoadmap(await readFile(good)))
    const { roadmapId } = await saveDrafts(lake.client, documents)
    const { resolveFetch } = lake.client.config()
    let edited = false
    const contested = lake.client.withConfig({
      resolveFetch: () => async (url, init) => {
        if (url.includes('/data/mutate/') && !edited) {
          edited = true
          await lake.client.patch(`drafts.${roadmapId}`).set({ title: 'Название редактора' }).commit()
        }
        const fetch = resolveFetch?.() ?? globalThis.fetch
        return fetch(url, init)
      },
    })
    expect(await saveDrafts(contested, documents)).toMatchObject({ updated: true })
    expect(edited).toBe(true)
    const title = await lake.client.fetch(
      `*[_id == "drafts.${roadmapId}"][0].title`,
      {},
      { perspective: 'raw' },
    )
    expect(title).toBe('Название редактора')
  } finally {
    await lake.close()
  }
})
