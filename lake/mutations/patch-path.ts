const NAME = String.raw`[A-Za-z_]\w*`
const QUOTED = String.raw`'(?:[^'\\]|\\.)+'`
const ATTRIBUTE = `(?:${NAME}|${QUOTED})`
const ATTRIBUTES = String.raw`${ATTRIBUTE}(?:\.${ATTRIBUTE})*`
const NUMBER = String.raw`-?\d+(?:\.\d+)?`
const LITERAL = String.raw`(?:"(?:[^"\\]|\\.)*"|true|false|${NUMBER})`
const FILTER = String.raw`(?:${ATTRIBUTES}|@) *(?:\?|(?:==|!=|>=|<=|>|<) *${LITERAL})`
const SLICE = `(?:${NUMBER}:(?:${NUMBER})?|:${NUMBER})`
const TERM = String.raw` *(?:\*|${FILTER}|${SLICE}|${NUMBER}|${ATTRIBUTES}) *`
const SELECTOR = String.raw`\[${TERM}(?:,${TERM})*\]`
const PATH = new RegExp(
  String.raw`^(?:\.\.)?(?:${ATTRIBUTE}|${SELECTOR})(?:\.\.?${ATTRIBUTE}|(?:\.\.)?${SELECTOR})*$`,
)
const MAX_LENGTH = 1_000

/**
 * Whether a patch may use the path: `a.b`, `list[0]`, `list[-1]`, `list[1:3]`, `list[*]`, `list[_key=="x"].text`,
 * `..title`, `['odd name']`. The library that performs patches ignores what it does not understand, so it is checked first.
 *
 * @see https://www.sanity.io/docs/content-lake/json-match
 */
export function isPatchPath(path: string): boolean {
  return path.length <= MAX_LENGTH && PATH.test(path) && !/__proto__/.test(path)
}

const QUOTED_OR_STAR = /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|\*/g

/** A path as the library of patches knows it, which has no word for all items: `list[*]` is `list[0:]`. */
export function spellPath(path: string): string {
  if (!path.includes('*') || !isPatchPath(path)) return path
  return path.replaceAll(QUOTED_OR_STAR, (_match, quoted?: string) => quoted ?? '0:')
}
