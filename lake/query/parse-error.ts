import { GroqSyntaxError } from 'groq-js'
import { queryParseError, type LakeError } from '../errors.ts'

/**
 * The error of a query that the parser refuses, in the words and with the positions of Sanity's API as far as they are
 * known: clients underline the place from `start` to `end`.
 */
export function describeParseError(query: string, error: unknown): LakeError {
  if (error instanceof GroqSyntaxError) {
    const detail = error.message.replace(/^.*at position \d+: /, '')
    const { start, end, description } = findFault(query, error.position, detail)
    return queryParseError(query, start, end, description)
  }
  if (error instanceof RangeError)
    return queryParseError(query, 0, query.length, 'the query is nested too deeply')
  const message = error instanceof Error ? error.message : String(error)
  const [, kind = '', name = ''] = /^Undefined (function|pipe function|namespace): (\w+)/.exec(message) ?? []
  if (name === '') return queryParseError(query, 0, query.length, message)
  const start = Math.max(query.search(new RegExp(`\\b${name}\\b`)), 0)
  return queryParseError(query, start, start + name.length, `unknown ${kind} "${name}"`)
}

interface Fault {
  start: number
  end: number
  description: string
}

const CLOSING: Record<string, string> = { '(': ')', '[': ']', '{': '}' }
/** After these something must follow. */
const INCOMPLETE = /(?:[-+/%<>=!|&,:([{^]|\*\*|\b(?:in|match))\s*$/

function findFault(query: string, position: number, detail: string): Fault {
  const { openString, open, mismatch, stray } = scanBrackets(query)
  const all = query.length
  if (openString !== null) return unexpected(query, openString, all, 'expected expression')
  if (mismatch) return expected(mismatch.open, mismatch.at)
  if (query.trim() === '' || (open && INCOMPLETE.test(query)) || (position >= all && INCOMPLETE.test(query)))
    return { start: all, end: all, description: 'unexpected end-of-file, expected expression' }
  if (open) return expected(open, all)
  const start = stray ?? position + (/^\s*/.exec(query.slice(position))?.[0].length ?? 0)
  if (start >= all)
    return { start: all, end: all, description: 'unexpected end-of-file, expected expression' }
  const [token = ''] = /^(?:\w+|\S)/.exec(query.slice(start)) ?? []
  return stray === null && detail.startsWith('Expected')
    ? unexpected(
        query,
        start,
        start + token.length,
        detail.replace('Expected', 'expected').replaceAll('"', "'"),
      )
    : { start, end: start + token.length, description: `unable to parse entire expression` }
}

function unexpected(query: string, start: number, end: number, wanted: string): Fault {
  const token = JSON.stringify(query.slice(start, end))
  return { start, end, description: `unexpected token ${token}, ${wanted}` }
}

function expected({ character, at }: OpenBracket, end: number): Fault {
  const after = character === '{' ? 'object body' : 'expression'
  return { start: at, end, description: `expected '${CLOSING[character]}' following ${after}` }
}

interface OpenBracket {
  character: string
  at: number
}

interface Brackets {
  /** Where a text begins that does not end. */
  openString: number | null
  /** The innermost bracket that is not closed. */
  open: OpenBracket | undefined
  /** A bracket that is closed by another one. */
  mismatch: { open: OpenBracket; at: number } | null
  /** A bracket that closes nothing. */
  stray: number | null
}

const NOTHING: Brackets = { openString: null, open: undefined, mismatch: null, stray: null }

const PART = /"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|\/\/[^\n]*|["'()[\]{}]/g

function scanBrackets(query: string): Brackets {
  const stack: OpenBracket[] = []
  for (const { 0: part, index: at } of query.matchAll(PART)) {
    if (part === '"' || part === "'") return { ...NOTHING, openString: at, open: stack.at(-1) }
    if (part in CLOSING) stack.push({ character: part, at })
    else if (/^[)\]}]$/.test(part)) {
      const open = stack.pop()
      if (!open) return { ...NOTHING, stray: at }
      if (CLOSING[open.character] !== part) return { ...NOTHING, open, mismatch: { open, at } }
    }
  }
  return { ...NOTHING, open: stack.at(-1) }
}

/** How deeply brackets stand within each other. */
export function measureDepth(query: string): number {
  let depth = 0
  let deepest = 0
  for (const { 0: part } of query.matchAll(PART)) {
    if (part in CLOSING) deepest = Math.max(deepest, (depth += 1))
    else if (/^[)\]}]$/.test(part)) depth -= 1
  }
  return deepest
}
