import type { TitleRecord } from '#site/search/titles/title-record.ts'

const MARKED = /<span hidden data-value="([^"]*)" data-pagefind-(meta|filter)="([a-z]+)\[data-value\]"/g
const DESCRIPTION = /<meta name="description" content="([^"]*)"/
const HEADING = /<h1[^>]*>([\s\S]*?)<\/h1>/

/** A description is shown below a title; so much of it is enough to choose. */
const LONGEST_TEXT = 160

const ENTITIES: Readonly<Record<string, string>> = {
  '#34': '"',
  '#38': '&',
  '#39': "'",
  amp: '&',
  gt: '>',
  lt: '<',
  quot: '"',
}

/** What a page says of itself to the search: title, kind, description, values by filter. */
export function readTitle(url: string, html: string): TitleRecord {
  const marks = [...html.matchAll(MARKED)].map(([, value = '', type, name = '']) => ({
    type,
    name,
    value: decode(value),
  }))
  const metaOf = (wanted: string) => marks.find(({ type, name }) => type === 'meta' && name === wanted)?.value
  const filters: Record<string, string[]> = {}
  for (const { type, name, value } of marks) if (type === 'filter') (filters[name] ??= []).push(value)
  const heading = HEADING.exec(html)?.[1]?.replaceAll(/<[^>]*>/g, '')
  return {
    url,
    title: metaOf('title') ?? decode(heading ?? url),
    kind: metaOf('kind') ?? '',
    text: shorten(decode(DESCRIPTION.exec(html)?.[1] ?? '')),
    filters,
  }
}

function decode(text: string): string {
  return text.replaceAll(/&([a-z]+|#\d+);/g, (entity, name: string) => ENTITIES[name] ?? entity)
}

function shorten(text: string): string {
  if (text.length <= LONGEST_TEXT) return text
  const cut = text.slice(0, LONGEST_TEXT)
  return `${cut.slice(0, cut.lastIndexOf(' '))}…`
}
