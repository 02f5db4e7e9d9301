import {
  array,
  constant,
  constantFrom,
  nat,
  oneof,
  record,
  tuple,
  uniqueArray,
  type Arbitrary,
} from 'fast-check'
import type { Perspective } from './perspective.ts'
import { id } from './random-documents.ts'
import { combine, inner, leaf, matching, pattern } from './random-filters.ts'

/** A random question to a random dataset. */
export interface Question {
  query: string
  perspective: Perspective
  ids: string[]
  word: string
  words: string[]
}

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
  '_createdAt',
  'coalesce(title, name)',
  'select(n == 1 => title, name)',
  'lower(to->title)',
  'slug',
  'tags[0]',
  '_type == "page"',
  'upper(name)',
  'string::lower(slug.current)',
)
const ordering = oneof(
  constant(''),
  key.map((one) => ` | order(${one})`),
  key.map((one) => ` | order(${one} desc)`),
  tuple(key, key).map(([one, other]) => ` | order(${one} desc, ${other})`),
  tuple(key, key).map(([one, other]) => ` | order(${one} asc, ${other} desc)`),
  tuple(key, key).map(([one, other]) => ` | order(${one}) | order(${other} desc)`),
  tuple(key, key, key).map((keys) => ` | order(${keys.join(', ')} desc)`),
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
  '[-2..-1]',
  '[-3...10]',
  '[1..100]',
  '[10...20]',
  '[99]',
  '[-99]',
  '[0..-2]',
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
  '{_id, "up": *[_id == ^.to._ref][0]{_id, "back": ^._id, "far": *[references(^.^._id)]._id}}',
  '{_id, list[]{_ref, "of": ^._id, "it": @->{_id, n}}}',
  '{"n": select(n > 1 => "many", n == 1 => "one", "none"), ...to->{title}}',
  '{_id, "tags": tags[@ match "н*"]}',
  '[defined(title)]',
  '[n == 1]{_id}',
  '.to->',
  '{to->}',
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
  tuple(combine(leaf), combine(oneof(leaf, inner)), ordering, slice, nat({ max: 21 })).map(
    ([outer, nested, order, part, shape]) =>
      [
        `count(*[${outer}])`,
        `*[${outer}]${order}${part}{"sub": *[${nested}]${order}${part}}`,
        `*[${outer}]{_id, "sub": *[${nested}]{_id, "deep": *[${nested}]._id}}`,
        `*[${outer}]{"n": count(*[${nested}]), ...select(count(*[${nested}]) > 1 => {"many": true})}`,
        `*[${outer}][${nested}]${order}${part}._id`,
        `{"a": *[${outer}]${order}[0], "b": *[_type == "page"]{"list": list[]{"x": @->_id, "y": *[${nested}]._id}}}`,
        `*[${outer}] | score(n == 1, ${nested}) {_id, _score}`,
        `*[${outer}] | score(boost(title match $word, 3), n == 1) | order(_score desc, _id)${part}{_id, _score}`,
        `*[${outer}] | score(pt::text(body) match $word)[_score > 0] | order(_score desc)${part}{_id}`,
        `(*[${outer}]${order}${part})[${nested}]`,
        `*[${outer}]${order}{_id, n}[n == 1]${part}`,
        `*[${outer}]${part}${order}`,
        `[...*[${outer}]${order}${part}, ...*[${nested}]._id]`,
        `*[${outer}]{"a": @}{"b": a{_id, "sub": *[${nested}]._id}}`,
        `*[${outer}][]{_id}${order}${part}`,
        `count(*[${outer}]${order}${part})`,
        `count((*[${outer}])[${nested}])`,
        `defined(*[${outer}][0])`,
        `*[${outer}]${order}${part}[0..1]`,
        `{"all": count(*[${outer}]), "few": (*[${outer}]${order})${part}}`,
        `*[count(*[${outer}]${order}${part}) > 0 && ${nested}]._id`,
        `[count(*[_type == "page"]), count(*[_type in $types]), *[${outer}]${order}${part}]`,
      ][shape] ?? '*',
  ),
  slice.map((part) => `*${part}`),
)

const ask = (query: Arbitrary<string>): Arbitrary<Question> =>
  record({
    query,
    perspective: constantFrom('raw', 'published', 'drafts'),
    ids: uniqueArray(id, { maxLength: 3 }),
    word: pattern,
    words: array(pattern, { maxLength: 3 }),
  })

export const randomQuestion: Arbitrary<Question> = ask(queryText)

const attribute = constantFrom('title', 'lower(title)', 'name', 'n', 'date', 'period.start')
/** Lists that an index answers to everybody: the beginning of an order, or all with certain words. */
export const randomList: Arbitrary<Question> = ask(
  tuple(
    constantFrom(
      '_type == "page"',
      '_type == "post"',
      '_type in $types',
      '_type in ["page", "post", "person"]',
    ),
    constantFrom('', '', ' && defined(title)', ' && title match $word', ' && [title, name] match $words'),
    attribute,
    constantFrom('', ' desc'),
    constantFrom('[0]', '[0...2]', '[1..3]', '[0...5]'),
  ).map(
    ([types, filter, one, direction, part]) => `*[${types}${filter}] | order(${one}${direction})${part}._id`,
  ),
)
