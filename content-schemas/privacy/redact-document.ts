import type { LakeDocument } from '../documents/content-document.ts'
import { linkNames, redactPieces, redactSlug, redactText, selectNamed } from './redact-text.ts'
import type { HiddenPerson } from './related-people.ts'

const LINK = /^(?:https?:\/\/|mailto:|tel:|\/)\S*$/i

/** A document in whose texts, addresses and links no name of these people stands; the very document when none did. */
export function redactDocument(document: LakeDocument, hidden: readonly HiddenPerson[]): LakeDocument {
  if (hidden.length === 0) return document
  const texts: string[] = []
  collectTexts(document, texts)
  const named = selectNamed(texts, hidden)
  if (named.length === 0) return document
  return { ...redactFields(document, named), _id: document._id, _type: document._type }
}

function redact(value: unknown, field: string, people: readonly HiddenPerson[]): unknown {
  if (typeof value === 'string') return redactString(value, field, people)
  if (Array.isArray(value)) {
    return value.map((item: unknown) => redact(item, field, people)).filter((item) => item !== undefined)
  }
  if (typeof value !== 'object' || value === null) return value
  return redactFields(value, people)
}

/** The string without names, undefined when it is a link that spells one. */
function redactString(text: string, field: string, people: readonly HiddenPerson[]): string | undefined {
  if (field === 'current') return redactSlug(text, people)
  if (LINK.test(text)) return linkNames(text, people) ? undefined : text
  return redactText(text, people)
}

function redactFields(value: object, people: readonly HiddenPerson[]): Record<string, unknown> {
  const result: Record<string, unknown> = {}
  for (const [field, inner] of Object.entries(value)) {
    const redacted = field.startsWith('_') ? inner : redact(inner, field, people)
    if (redacted !== undefined) result[field] = redacted
  }
  if (Array.isArray(result['children'])) result['children'] = redactChildren(value, people)
  return result
}

/** Spans of a block, read as one text. */
function redactChildren(block: object, people: readonly HiddenPerson[]): unknown[] {
  const children: unknown[] = 'children' in block && Array.isArray(block.children) ? block.children : []
  const pieces = redactPieces(children.map(readSpan), people)
  return children.map((child, index) => {
    if (typeof child !== 'object' || child === null) return child
    return { ...redactFields(child, people), ...('text' in child ? { text: pieces[index] ?? '' } : {}) }
  })
}

function readSpan(child: unknown): string {
  if (typeof child !== 'object' || child === null || !('text' in child)) return ''
  return typeof child.text === 'string' ? child.text : ''
}

function collectTexts(value: unknown, texts: string[]): void {
  if (typeof value === 'string') texts.push(value)
  if (typeof value !== 'object' || value === null) return
  for (const [field, inner] of Object.entries(value)) if (!field.startsWith('_')) collectTexts(inner, texts)
}
