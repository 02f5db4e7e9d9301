const NAME = String.raw`[A-Za-z_]\w*`
const QUOTED = String.raw`'(?:[^'\\]|\\.)+'`
const ATTRIBUTE = `(?:${NAME}|${QUOTED})`
const ATTRIBUTES = String.raw`${ATTRIBUTE}(?:\.${ATTRIBUTE})*`
const NUMBER = String.raw`-?\d+(?:\.\d+)?`
const LITERAL = String.raw`(?:"(?:[^"\\]|\\.)*"|true|false|${NUMBER})`
const FILTER = String.raw`(?:${ATTRIBUTES}|@) *(?:\?|(?:==|!=|>=|<=|>|<) *${LITERAL})`
const SLICE = `(?:${NUMBER}:(?:${NUMBER})?|:${NUMBER})`
const TERM = ` *(?:${FILTER}|${SLICE}|${NUMBER}|${ATTRIBUTES}) *`
const SELECTOR = String.raw`\[${TERM}(?:,${TERM})*\]`
const PATH = new RegExp(
  String.raw`^(?:\.\.)?(?:${ATTRIBUTE}|${SELECTOR})(?:\.\.?${ATTRIBUTE}|(?:\.\.)?${SELECTOR})*$`,
)
const MAX_LENGTH = 1_000

/**
 * Whether a patch may use the path: `a.b`, `list[0]`, `list[-1]`, `list[1:3]`, `list[_key=="x"].text`, `..title`,
 * `['odd name']`. The library that performs patches ignores what it does not understand, so it is checked first.
 *
 * @see https://www.sanity.io/docs/content-lake/json-match
 */
export function isPatchPath(path: string): boolean {
  return path.length <= MAX_LENGTH && PATH.test(path) && !/__proto__/.test(path)
}
