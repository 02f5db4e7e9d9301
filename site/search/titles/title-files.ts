import { listStems, startOfStem } from './stem-word.ts'
import type { TitleRecord } from './title-record.ts'

/** Pages of one file: twenty results seldom stand together, so few that do not matter come along. */
const PAGES_OF_FILE = 20

/** Stands before a stem in the list of pages that have it in their text only. */
const TEXT_MARK = '.'

/** A stem as the files of words name it. */
export function readStem(key: string): { stem: string; isOfTitle: boolean } {
  return key.startsWith(TEXT_MARK)
    ? { stem: key.slice(TEXT_MARK.length), isOfTitle: false }
    : { stem: key, isOfTitle: true }
}

/** Numbers of pages, ascending, by stem or value; each but the first as the distance to the one before. */
export type PageNumbers = Readonly<Record<string, readonly number[]>>

/** File of the stems that begin like this one. */
export function fileOfStem(stem: string): string {
  const start = Array.from(startOfStem(stem), (letter) => (letter.codePointAt(0) ?? 0).toString(16))
  return `words/${start.join('-')}.json`
}

/** File of the pages by value of a filter. */
export function fileOfFilter(name: string): string {
  return `filters/${name}.json`
}

/** File that holds the page of a number, and its place there. */
export function fileOfPage(number: number): { file: string; place: number } {
  return { file: `pages/${Math.floor(number / PAGES_OF_FILE)}.json`, place: number % PAGES_OF_FILE }
}

/**
 * The index of titles and descriptions as small files of JSON: a question loads those of its words and those of the pages it shows.
 * Pages are numbered in the order given.
 */
export function* listTitleFiles(
  records: readonly TitleRecord[],
): Generator<[file: string, content: unknown]> {
  const words = new Map<string, Map<string, number[]>>()
  const filters = new Map<string, Map<string, number[]>>()
  for (const [number, { title, text, filters: values }] of records.entries()) {
    const inTitle = new Set(listStems(title))
    const inText = new Set(listStems(text).filter((stem) => !inTitle.has(stem)))
    for (const stem of inTitle) add(words, fileOfStem(stem), stem, number)
    for (const stem of inText) add(words, fileOfStem(stem), TEXT_MARK + stem, number)
    for (const [name, chosen] of Object.entries(values)) {
      for (const value of new Set(chosen)) add(filters, fileOfFilter(name), value, number)
    }
  }
  for (const [file, lists] of [...words, ...filters]) {
    yield [file, Object.fromEntries([...lists].map(([key, numbers]) => [key, toDistances(numbers)]))]
  }
  for (let from = 0; from < records.length; from += PAGES_OF_FILE) {
    yield [
      fileOfPage(from).file,
      records.slice(from, from + PAGES_OF_FILE).map(({ url, title, kind, text }) => [url, title, kind, text]),
    ]
  }
}

/** Reads a file of words or of a filter. @throws {TypeError} when it is no such file */
export function readPageNumbers(value: unknown): PageNumbers {
  if (typeof value === 'object' && value !== null && isPageNumbers(value)) return value
  throw new TypeError('A part of the search by titles has another shape than expected.')
}

/** The numbers themselves. */
export function fromDistances(distances: readonly number[]): number[] {
  let last = 0
  return distances.map((distance) => (last += distance))
}

function toDistances(numbers: readonly number[]): number[] {
  return numbers.map((number, place) => number - (numbers[place - 1] ?? 0))
}

function isPageNumbers(value: object): value is PageNumbers {
  return Object.values(value).every(
    (list) => Array.isArray(list) && list.every((number) => typeof number === 'number'),
  )
}

function add(files: Map<string, Map<string, number[]>>, file: string, key: string, number: number): void {
  const lists = files.get(file) ?? new Map<string, number[]>()
  files.set(file, lists)
  const numbers = lists.get(key)
  if (numbers === undefined) lists.set(key, [number])
  else numbers.push(number)
}
