// Writes the files of an index by titles in a thread.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { workerData } from 'node:worker_threads'
import { listTitleFiles } from '#site/search/titles/title-files.ts'
import { readTitleRecords } from '#site/search/titles/title-record.ts'
import type { TitleRecord } from '#site/search/titles/title-record.ts'
import { writeCompressed } from './write-compressed.ts'
import type { TitleThreadInputs } from './write-titles.ts'

const { sources, target }: TitleThreadInputs = workerData
const records: TitleRecord[] = []
for (const source of sources) {
  for (const record of readTitleRecords(JSON.parse(await readFile(source, 'utf8')))) records.push(record)
}
for (const [file, content] of listTitleFiles(records)) {
  await writeCompressed(join(target, file), JSON.stringify(content))
}
