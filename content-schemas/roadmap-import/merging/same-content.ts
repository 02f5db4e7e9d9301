/** Fields that keys, types and publishing bring about; they say nothing to a reader. */
const SILENT = new Set(['_key', '_type', '_weak', '_strengthenOnPublish'])

/**
 * Whether two values of fields say the same to a reader: keys of array items, the strength of references and the
 * order of properties do not count, and nothing, `null`, `false`, `''`, `[]` and an object of such are one.
 */
export function sameContent(one: unknown, other: unknown): boolean {
  return fingerprint(one) === fingerprint(other)
}

/** Text that is equal for the same content and differs for different content; '' for nothing. */
export function fingerprint(value: unknown): string {
  if (value === null || value === undefined || value === '' || value === false) return ''
  if (Array.isArray(value)) {
    return value.length === 0 ? '' : `[${value.map((item) => fingerprint(item)).join(',')}]`
  }
  if (typeof value !== 'object') return JSON.stringify(value)
  const fields = Object.entries(value)
    .filter(([name]) => !SILENT.has(name))
    .map(([name, field]): [string, string] => [name, fingerprint(field)])
    .filter(([, field]) => field !== '')
    .map(([name, field]) => `${JSON.stringify(name)}:${field}`)
    .toSorted()
  return fields.length === 0 ? '' : `{${fields.join(',')}}`
}
