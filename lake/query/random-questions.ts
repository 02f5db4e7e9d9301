import { constant, constantFrom, oneof, record, tuple, uniqueArray, type Arbitrary } from 'fast-check'
import type { Perspective } from './perspective.ts'
import { id, word } from './random-documents.ts'

/** A random question to a random dataset. */
export interface Question {
  query: string
  perspective: Perspective
  ids: string[]
  word: string
}

const pattern = oneof(
  word,
  word.map((one) => `${one.slice(0, 3)}*`),
  word.map((one) => `*${one.slice(1)}`),
  tuple(word, word).map(([one, other]) => `${one} ${other.slice(0, 2)}*`),
  word.map((one) => one.toLowerCase()),
  word.map((one) => one.toUpperCase()),
  id,
  constantFrom('', '*', 'школ*', 'a*c', '.', 'ш*', 'x.', 'стр'),
)
const quoted = pattern.map((one) => JSON.stringify(one))
const left = constantFrom(
  'title',
  'name',
  '[title, name]',
  'pt::text(body)',
  'body[].children[].text',
  'tags',
  'tags[]',
  'coalesce(name, title)',
  '_id',
  'slug.current',
  'to->title',
  'lower(title)',
  '[name, to._ref, pt::text(body)]',
)
const matching = oneof(
  tuple(left, quoted).map(([one, other]) => `${one} match ${other}`),
  left.map((one) => `${one} match $word`),
  tuple(left, quoted, quoted).map(([one, other, third]) => `${one} match [${other}, ${third}]`),
)
const leaf = oneof(
  constantFrom(
    '_type == "page"',
    '"post" == _type',
    '_type in ["page", "person"]',
    '_type in $types',
    '_type == "page" && defined(title)',
    '_id == "a"',
    '_id == $id',
    '_id in $ids',
    '_id in ["a", "drafts.b", 5]',
    '_id > $id',
    '_id > "b" && _type in ["page", "post", "person"]',
    'references("a")',
    'references($ids)',
    'references("b", $ids)',
    'to._ref == "b"',
    '"c" == to._ref',
    '"a" in list[]._ref',
    'to._ref in $ids',
    'to.deep._ref == "a"',
    'n == 1',
    'n >= 2',
    'date >= $from',
    'period.start < $from',
    'slug.current == "a"',
    '"b" == slug.current',
    'slug.current == $id',
    'slug.current in $ids',
    'slug.current in ["a", null, 5]',
    'slug.current == null',
    'slug.current == 5',
    'slug.current == _id',
    'to._ref in ["b", null]',
    'to._ref in $nulls',
    'defined(to)',
    '_id in path("drafts.**")',
    '!(_id in path("drafts.**"))',
    'sanity::versionOf("b")',
    'to->_type == "page"',
    'list[]._ref == "a"',
    '_type == null',
    '_id == n',
    'references(ids)',
    '_ref == "a"',
    'count(*[references(^._id)]) > 0',
    'title in ["a", "b"]',
    '_id in *[_type == "page"].to._ref',
    'title in *[n == 1 && _id in *[_type in $types].list[]._ref].title',
    'count(*[_type == "page"]) > n',
    '_id == *[_type == "post"] | order(title desc)[0]._id',
  ),
  matching,
)
const inner = constantFrom(
  'references(^._id)',
  'references(^.ids)',
  'references(^.list[]._ref)',
  '_id == ^.to._ref',
  '_id in ^.list[]._ref',
  '_id in ^.ids',
  'to._ref == ^._id',
  '^._id in list[]._ref',
  'references(^.missing)',
  '_id == ^.to->to._ref',
  '_type == ^._type',
  '_id != ^._id',
  'references(^.^._id)',
  'n == ^.n',
  'title match ^.name',
)
const combine = (part: Arbitrary<string>): Arbitrary<string> =>
  oneof(
    part,
    part,
    tuple(part, part).map(([one, other]) => `${one} && ${other}`),
    tuple(part, part).map(([one, other]) => `(${one}) || ${other}`),
    part.map((one) => `!(${one})`),
    tuple(part, part, part).map(([one, other, third]) => `(${one} || ${other}) && ${third}`),
    part.map((one) => `_type in ["page", "post"] && (${one})`),
  )
const key = constantFrom(
  'title',
  'name',
  'n',
  'date',
  'period.start',
  'slug.current',
  'lower(title)',
  'lower(name)',
  '_id',
  '_updatedAt',
  '_type',
  '_originalId',
  'to._ref',
  'to->title',
  'missing',
  'count(list)',
  'body',
)
const ordering = oneof(
  constant(''),
  key.map((one) => ` | order(${one})`),
  key.map((one) => ` | order(${one} desc)`),
  tuple(key, key).map(([one, other]) => ` | order(${one} desc, ${other})`),
  tuple(key, key).map(([one, other]) => ` | order(${one} asc, ${other} desc)`),
  tuple(key, key).map(([one, other]) => ` | order(${one}) | order(${other} desc)`),
)
const slice = constantFrom(
  '',
  '',
  '[0]',
  '[0...2]',
  '[0..2]',
  '[1...4]',
  '[2]',
  '[-1]',
  '[0...-1]',
  '[3...1]',
  '[0...0]',
)
const projection = constantFrom(
  '',
  '',
  '{_id}',
  '{_id, title, "to": to->{_id, title}}',
  '._id',
  '{..., "n": n + 1}',
  '{"text": pt::text(body), "list": list[]->_id}',
  '{_id, _originalId, _type == "page" => {title}}',
  '{"id": _id}{id}',
  '[].title',
)
const list = tuple(combine(leaf), ordering, projection, slice, projection).map(
  ([filter, order, before, part, after]) =>
    before.startsWith('{') && order === ''
      ? `*[${filter}]${before}${part}${after}`
      : `*[${filter}]${order}${part}${after}`,
)
/** Lists as the Studio asks for them: ordered by what a projection has put aside. */
const studioList = tuple(
  constantFrom('_type in $types', '_type in $types && (_type == "page")', '_type == "post"'),
  oneof(
    constant(''),
    matching.map((one) => ` && (${one} || _id match $word)`),
  ),
  key,
  constantFrom('', ', name'),
  constantFrom(
    'orderings[0]',
    'orderings[0] desc',
    'lower(orderings[0]) asc',
    'lower(orderings[0]) desc',
    'orderings[1]',
    'own',
  ),
  constantFrom(
    '',
    ', ...select(_type == "page" => {"w0": title})',
    ', ...select(_type == "page" => {"orderings": [n]})',
    ', ..., _type == "post" => {n}',
  ),
  constantFrom('[0...2]', '[0]', '[1..2]'),
).map(
  ([types, filter, one, other, order, more, part]) =>
    `*[${types}${filter}]{_id, _type, _originalId, "orderings": [${one}${other}], "own": ${one}${more}} | order(${order})${part}`,
)

/** Beginnings of ordered lists, as they are answered by an index. */
const page = tuple(
  constantFrom('_type == "page"', '_type in $types', '_type in ["page", "post", "person"]'),
  oneof(
    constant(''),
    constant(''),
    leaf.map((one) => ` && ${one}`),
  ),
  key,
  constantFrom('', ' desc', ' asc'),
  oneof(
    constant(''),
    key.map((one) => `, ${one}`),
  ),
  constantFrom('[0]', '[0...2]', '[0..2]', '[1...4]', '[2]'),
  projection,
).map(
  ([types, filter, one, direction, other, part, after]) =>
    `*[${types}${filter}] | order(${one}${direction}${other})${part}${after}`,
)
const queryText = oneof(
  list,
  list,
  page,
  page,
  studioList,
  tuple(
    combine(leaf),
    combine(oneof(leaf, inner)),
    ordering,
    slice,
    constantFrom(0, 1, 2, 3, 4, 5, 6, 7, 8, 9),
  ).map(
    ([outer, nested, order, part, shape]) =>
      [
        `count(*[${outer}])`,
        `*[${outer}]${order}${part}{"sub": *[${nested}]${order}${part}}`,
        `*[${outer}]{_id, "sub": *[${nested}]{_id, "deep": *[${nested}]._id}}`,
        `*[${outer}]{"n": count(*[${nested}]), ...select(count(*[${nested}]) > 1 => {"many": true})}`,
        `*[${outer}][${nested}]${order}${part}._id`,
        `{"a": *[${outer}]${order}[0], "b": *[_type == "page"]{"list": list[]{"x": @->_id, "y": *[${nested}]._id}}}`,
        `*[${outer}] | score(n == 1, ${nested}) {_id, _score}`,
        `{"all": count(*[${outer}]), "few": (*[${outer}]${order})${part}}`,
        `*[count(*[${outer}]${order}${part}) > 0 && ${nested}]._id`,
        `[count(*[_type == "page"]), count(*[_type in $types]), *[${outer}]${order}${part}]`,
      ][shape] ?? '*',
  ),
  slice.map((part) => `*${part}`),
)

export const randomQuestion: Arbitrary<Question> = record({
  query: queryText,
  perspective: constantFrom('raw', 'published', 'drafts'),
  ids: uniqueArray(id, { maxLength: 3 }),
  word: pattern,
})
