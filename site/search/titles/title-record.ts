/** What the search by titles knows of a page. */
export interface TitleRecord {
  readonly url: string
  readonly title: string
  /** What the page is, in words. */
  readonly kind: string
  /** A sentence about it. */
  readonly text: string
  /** Values by filter. */
  readonly filters: Readonly<Record<string, readonly string[]>>
}

/** Reads a list of records. @throws {TypeError} when it is no such list */
export function readTitleRecords(value: unknown): TitleRecord[] {
  if (Array.isArray(value) && value.every(isTitleRecord)) return value
  throw new TypeError('The list of titles has another shape than expected.')
}

function isTitleRecord(value: unknown): value is TitleRecord {
  if (typeof value !== 'object' || value === null) return false
  const texts = ['url', 'title', 'kind', 'text'].every((name) => typeof Reflect.get(value, name) === 'string')
  const filters: unknown = Reflect.get(value, 'filters')
  return texts && typeof filters === 'object' && filters !== null && Object.values(filters).every(isTexts)
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}
