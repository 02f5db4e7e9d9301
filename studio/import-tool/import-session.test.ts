import { expect, test } from 'vitest'
import { ImportSession } from './import-session.ts'
import { readSource, type ReadingTask, type SourceReading } from './read-source.ts'

const TABLE =
  '№\tМероприятие\tСрок\tОтветственный\n1\tИздать приказ\tсентябрь 2024\tДиректор\n2\tСобрать анкеты\tоктябрь 2024\tКуратор'

const fileOf = (name: string, text: string) => new File([text], name)

/** A reader that answers only when it is told to. */
class PatientReader {
  #waiting: { task: ReadingTask; answer: (reading: SourceReading | null) => void }[] = []

  prepare(): void {}

  async read(task: ReadingTask): Promise<SourceReading | null> {
    const { promise, resolve } = Promise.withResolvers<SourceReading | null>()
    this.#waiting.push({ task, answer: resolve })
    return promise
  }

  cancel(): void {
    for (const { answer } of this.#waiting.splice(0)) answer(null)
  }

  async answerAll(): Promise<void> {
    await Promise.all(this.#waiting.splice(0).map(async ({ task, answer }) => answer(await readSource(task))))
  }
}

const immediate = { prepare: () => {}, read: readSource, cancel: () => {} }

test('a file is read though nobody looks when it is dropped', async () => {
  const session = new ImportSession(immediate)
  await session.openFile(fileOf('карта.txt', TABLE))
  expect(session.phase()).toMatchObject({ type: 'read', name: 'карта.txt' })
})

test('while a file is read its name and size are known, and it can be put aside', async () => {
  const reader = new PatientReader()
  const session = new ImportSession(reader, () => 1000)
  const seen: string[] = []
  session.subscribe(() => seen.push(session.phase().type))
  const opened = session.openFile(fileOf('карта.txt', TABLE))
  expect(session.phase()).toMatchObject({ type: 'reading', name: 'карта.txt', since: 1000 })
  session.leave()
  await reader.answerAll()
  await opened
  expect(session.phase()).toEqual({ type: 'waiting' })
  expect(seen).toEqual(['reading', 'waiting'])
})

test('the file dropped last is the one that is shown', async () => {
  const session = new ImportSession(immediate)
  await Promise.all([
    session.openFile(fileOf('первая.txt', TABLE)),
    session.openFile(fileOf('вторая.txt', TABLE)),
  ])
  expect(session.phase()).toMatchObject({ name: 'вторая.txt' })
})

test('a correction reads the same document again', async () => {
  const session = new ImportSession(immediate)
  await session.openPasted(TABLE, '')
  await session.correct({ front: { title: 'Карта лицея' } })
  expect(session.phase()).toMatchObject({
    reading: { outline: { title: 'Карта лицея' } },
    choices: { front: { title: 'Карта лицея' } },
    refused: null,
  })
})

test('a correction that leaves no roadmap is refused, and the reading stays', async () => {
  const session = new ImportSession(immediate)
  await session.openPasted(TABLE, '')
  await session.correct({ roles: { 1: 'skip' } })
  expect(session.phase()).toMatchObject({
    type: 'read',
    choices: {},
    refused: expect.stringContaining('столбцы с мероприятиями'),
  })
})

test('where no table is recognised the editor says what its columns hold', async () => {
  const session = new ImportSession(immediate)
  await session.openPasted('Кто\tЧто\nпервый\tВыбрать пары\nвторой\tПодвести итоги', '')
  expect(session.phase()).toMatchObject({ type: 'unread', refused: null })
  await session.correct({ block: 0, roles: { 0: 'skip', 1: 'skip' } })
  expect(session.phase()).toMatchObject({ type: 'unread', refused: expect.any(String) })
  await session.correct({ block: 0, roles: { 0: 'other', 1: 'activity' } })
  expect(session.phase()).toMatchObject({ type: 'read', choices: { roles: { 1: 'activity' } } })
})

test('a text without any table is read line by line', async () => {
  const session = new ImportSession(immediate)
  await session.openPasted('План\n\n1. Выбрать пары.\n2. Подвести\nитоги года.', '')
  await session.correct({ block: 0, roles: { 0: 'activity' } })
  const phase = session.phase()
  const activities = phase.type === 'read' ? phase.reading.outline.stages[0]?.activities : []
  expect(activities?.map(({ text }) => text)).toEqual(['План', 'Выбрать пары.', 'Подвести итоги года.'])
})

test('a file that cannot be opened, or is too large, is told with what to do', async () => {
  const session = new ImportSession(immediate)
  const gone = { name: 'a.docx', size: 10, arrayBuffer: () => Promise.reject(new Error('NotFoundError')) }
  await session.openFile(gone)
  expect(session.phase()).toMatchObject({ message: expect.stringContaining('Выберите его снова') })
  await session.openFile({ ...gone, size: 2 ** 30 })
  expect(session.phase()).toMatchObject({ message: expect.stringContaining('100 МБ') })
})
