import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CommandError } from '../command-line.ts'
import { type ImportRecord, type ImportState, importStateSchema } from './import-record.ts'
import { drawReportTable } from './report-table.ts'

const JSON_NAME = 'report.json'
const CSV_NAME = 'report.csv'
/** Between writings while files are being read: a command that is killed loses no more work than this. */
const PAUSE = 2000

/** The report of an import as files of a folder, and the memory that an interrupted import goes on from. */
export class ImportReport {
  readonly #folder: string
  readonly #header: { lake: string; dryRun: boolean }
  readonly #now: () => Date
  #records: Map<string, ImportRecord>
  #written = 0

  private constructor(
    folder: string,
    header: { lake: string; dryRun: boolean },
    records: readonly ImportRecord[],
    now: () => Date,
  ) {
    this.#folder = folder
    this.#header = header
    this.#now = now
    this.#records = new Map(records.map((record) => [record.file, record]))
  }

  /**
   * Opens the report of a folder; what it says of another lake does not count.
   * @throws {CommandError} when nothing can be written there
   */
  static async open(
    folder: string,
    header: { lake: string; dryRun: boolean },
    now: () => Date = () => new Date(),
  ): Promise<ImportReport> {
    try {
      await mkdir(folder, { recursive: true })
      const state = await readState(join(folder, JSON_NAME))
      const report = new ImportReport(folder, header, state?.lake === header.lake ? state.files : [], now)
      await report.write(false)
      return report
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error
      throw new CommandError(
        `Отчёт не записывается в папку ${folder} (${String(error.code)}). Укажите другую: --report ПАПКА.`,
      )
    }
  }

  get csv(): string {
    return join(this.#folder, CSV_NAME)
  }

  get json(): string {
    return join(this.#folder, JSON_NAME)
  }

  find(file: string): ImportRecord | undefined {
    return this.#records.get(file)
  }

  /** Forgets files that are there no more. */
  keepOnly(files: ReadonlySet<string>): void {
    this.#records = new Map([...this.#records].filter(([file]) => files.has(file)))
  }

  records(): ImportRecord[] {
    return [...this.#records.values()]
  }

  async add(record: ImportRecord): Promise<void> {
    this.#records.set(record.file, record)
    if (this.#now().getTime() - this.#written >= PAUSE) await this.write(false)
  }

  /** Writes both files; a reader never sees half of one. */
  async write(complete: boolean): Promise<void> {
    const files = this.records().toSorted((first, second) =>
      first.file.localeCompare(second.file, 'ru', { numeric: true }),
    )
    const counts: Record<string, number> = {}
    for (const { outcome } of files) counts[outcome] = (counts[outcome] ?? 0) + 1
    const state: ImportState = {
      version: 1,
      ...this.#header,
      complete,
      finishedAt: this.#now().toISOString(),
      counts,
      files,
    }
    await replaceFile(this.json, `${JSON.stringify(state, null, 2)}\n`)
    await replaceFile(this.csv, drawReportTable(files))
    this.#written = this.#now().getTime()
  }
}

async function readState(file: string): Promise<ImportState | null> {
  try {
    return importStateSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    // No report yet, or one that is of no use: everything is read anew.
    return null
  }
}

async function replaceFile(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text)
  await rename(`${file}.new`, file)
}
