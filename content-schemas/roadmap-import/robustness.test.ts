import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { arbitraryRoadmap } from './corpus/arbitrary-roadmaps.ts'
import { mutateFile, seededRandom } from './corpus/mutate-file.ts'
import { BYTE_RENDERERS } from './corpus/render-bytes.ts'
import { TEXT_RENDERERS } from './corpus/render-text.ts'
import { FlowJudge } from './layouts/flow-cells.ts'
import { splitTouching } from './layouts/split-touching.ts'
import { readRoadmapBytes } from './read-roadmap-file.ts'
import { readOutline } from './read-roadmap.ts'
import { RoadmapImportError } from './roadmap-import-error.ts'

/** What reading gave: an outline, or the error that it is allowed to give. */
function tryToRead(source: string | Uint8Array): 'read' | 'refused' {
  try {
    const outline = readOutline(source)
    expect(outline.stages.length).toBeGreaterThan(0)
    return 'read'
  } catch (error) {
    if (error instanceof RoadmapImportError) return 'refused'
    throw error
  }
}

const SPOILT_FILES_PER_FORMAT = 20

const layouts = Object.values(TEXT_RENDERERS)

const drawnText = fc
  .tuple(arbitraryRoadmap, fc.constantFrom(...layouts))
  .map(([model, render]) => render(model))

test('bytes of any kind give an outline or a clear refusal', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
      expect(['read', 'refused']).toContain(tryToRead(bytes))
    }),
    { numRuns: 300 },
  )
})

test('roadmaps cut, shuffled and spoilt give an outline or a clear refusal', () => {
  const spoilt = fc
    .tuple(
      drawnText,
      fc.array(fc.tuple(fc.nat(), fc.constantFrom('', '\t', '\n', '|', '\u0000', '«', '😀', '1)')), {
        maxLength: 12,
      }),
      fc.nat(),
      fc.boolean(),
    )
    .map(([text, edits, cut, shuffled]) => {
      let changed = text
      for (const [at, piece] of edits) {
        const place = at % (changed.length + 1)
        changed = changed.slice(0, place) + piece + changed.slice(place + 3)
      }
      const lines = changed.slice(0, (cut % changed.length) + 1).split('\n')
      return shuffled ? lines.toReversed().join('\n') : lines.join('\n')
    })
  fc.assert(
    fc.property(spoilt, (text) => {
      expect(['read', 'refused']).toContain(tryToRead(text))
    }),
    { numRuns: 150 },
  )
})

test.each(Object.entries(BYTE_RENDERERS))(
  'spoilt %s files give an outline or a clear refusal',
  async (_, render) => {
    const [model] = fc.sample(arbitraryRoadmap, { numRuns: 1, seed: 77 })
    const whole = model ? await render(model) : new Uint8Array()
    for (let seed = 0; seed < SPOILT_FILES_PER_FORMAT; seed += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one file at a time keeps the memory low
      const bytes = await mutateFile(whole, whole, seededRandom(seed))
      // oxlint-disable-next-line no-await-in-loop -- as above
      const outcome = await readRoadmapBytes(bytes).then(
        ({ outline }) => outline.stages.length > 0,
        (error: unknown) => error instanceof RoadmapImportError || error,
      )
      expect([seed, outcome]).toEqual([seed, true])
    }
  },
)

test('reading is pure: the same text gives the same outline', () => {
  fc.assert(
    fc.property(drawnText, (text) => {
      expect(readOutline(text)).toEqual(readOutline(text))
    }),
    { numRuns: 10 },
  )
})

const long = 200_000

test.each([
  ['spaces', ' '.repeat(long)],
  ['tabs', '\t'.repeat(long)],
  ['pipes', '|'.repeat(long)],
  ['line ends', '\n'.repeat(long)],
  ['one word', 'а'.repeat(long)],
  ['digits and dots', '1.'.repeat(long)],
  ['words', 'до по с '.repeat(long / 8)],
  ['months', 'май – '.repeat(long / 6)],
  ['names', 'Иванова И.И. '.repeat(long / 13)],
  ['quotes', '"\t'.repeat(long / 2)],
  ['headings', '№\tМероприятия\tСроки\tОтветственные\n'.repeat(2000)],
  ['dashes', '- '.repeat(long / 2)],
  ['brackets', '('.repeat(long)],
])('a file of nothing but %s is answered', (_, text) => {
  const header = '№\tМероприятия\tСроки\tОтветственные\n1.\tБеседа\tмай\tкуратор\n2.\t'
  expect(['read', 'refused']).toContain(tryToRead(text))
  expect(['read', 'refused']).toContain(tryToRead(`Дорожная карта на 2024 год\n${header}${text}`))
})

test('a table of ten thousand rows is read', () => {
  const rows = Array.from(
    { length: 10_000 },
    (_, index) => `${index + 1}.\tБеседа с наставником\tмай 2025\tкуратор`,
  )
  const outline = readOutline(['№\tМероприятия\tСроки\tОтветственные', ...rows].join('\n'))
  expect(outline.stages[0]?.activities).toHaveLength(10_000)
})

/** How many times words are judged as cells while a text of so many lines under headings is read. */
function countJudgements(lines: number): number {
  const words = ['провести', 'совещание', 'до', 'мая', 'директор', 'Наставники', 'школы', 'срок', '3']
  const body = Array.from({ length: lines }, (_, at) => words[(at * at + (at >> 3)) % words.length])
  const judge = vi.spyOn(FlowJudge.prototype, 'fit')
  expect(['read', 'refused']).toContain(
    tryToRead(['№', 'Мероприятия', 'Сроки', 'Ответственные', ...body].join('\n')),
  )
  const { length } = judge.mock.calls
  judge.mockRestore()
  return length
}

test('the more lines a text has, the cheaper each of them is read', () => {
  const half = countJudgements(450)
  expect(half).toBeGreaterThan(0)
  expect(countJudgements(900)).toBeLessThan(half * 2)
  expect(countJudgements(3000)).toBe(0)
})

test('a line longer than a page is wide is not tried as two', () => {
  expect(splitTouching('Беседа с наставником май 2025')).not.toEqual([])
  expect(splitTouching('Беседа с наставником май 2025 '.repeat(1000))).toEqual([])
})

test.each([
  ['', 'empty'],
  [' \n\t ', 'empty'],
  ['Просто письмо без таблицы.\nС уважением, директор.', 'no-table'],
])('%j is refused with a code and a sentence', (text, code) => {
  expect(() => readOutline(text)).toThrow(expect.objectContaining({ code }))
})

test('an old Word file is refused with what to do', () => {
  const bytes = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  expect(() => readOutline(bytes)).toThrow(/сохраните как \.docx/)
})
