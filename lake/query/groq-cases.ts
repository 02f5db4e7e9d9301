/** One case of what GROQ has to give. */
export interface GroqCase {
  /** The function or operator, as `docs/lake-api.md` calls it. */
  of: string
  query: string
  result: unknown
  params?: Record<string, unknown>
}

/** What the cases are asked about; system attributes are added by the lake. */
export const CASE_DOCUMENTS = [
  {
    _id: 'ann',
    _type: 'person',
    name: 'Анна',
    age: 40,
    school: { _ref: 'gym' },
    tags: ['b', 'a', null],
  },
  {
    _id: 'bob',
    _type: 'person',
    name: 'Борис',
    age: 30,
    school: { _ref: 'gym' },
    friends: [{ _ref: 'ann' }],
  },
  { _id: 'gym', _type: 'school', name: 'Гимназия № 1', at: '2026-09-01T10:00:00Z' },
  {
    _id: 'note',
    _type: 'note',
    body: [
      {
        _type: 'block',
        children: [
          { _type: 'span', text: 'Первый ' },
          { _type: 'span', text: 'абзац' },
        ],
      },
      { _type: 'block', children: [{ _type: 'span', text: 'Второй' }] },
    ],
  },
  { _id: 'drafts.note', _type: 'note', title: 'Правка' },
] as const

const of =
  (name: string) =>
  (query: string, result: unknown, params?: Record<string, unknown>): GroqCase => ({
    of: name,
    query,
    result,
    ...(params && { params }),
  })

const compare = of('==')
const arithmetic = of('+')
const inside = of('in')
const match = of('match')
const order = of('order')
const slice = of('[]')
const splat = of('...')

/** Asked in the perspective `raw`. */
export const GROQ_CASES: readonly GroqCase[] = [
  compare('[1 == 1, 1 == "1", null == null, [1] == [1], {} == {}]', [true, false, true, false, false]),
  compare('*[school == null]._id', ['drafts.note', 'gym', 'note']),
  of('!=')('["a" != "b", 1 != 1, null != 1]', [true, false, true]),
  of('<')('[1 < 2, "a" < "b", false < true, 1 < "a"]', [true, true, true, null]),
  of('<=')('[2 <= 2, 3 <= 2]', [true, false]),
  of('>')('["б" > "а", "a" > "B", null > 1]', [true, true, null]),
  of('>=')('*[age >= 40]._id', ['ann']),
  of('&&')('[true && true, true && false, null && false, null && true]', [true, false, false, null]),
  of('||')('[false || true, null || true, null || false]', [true, true, null]),
  of('!')('[!true, !null]', [false, null]),
  arithmetic('[1 + 2, "a" + "b", [1] + [2], {"a": 1} + {"b": 2}, 1 + "a"]', [
    3,
    'ab',
    [1, 2],
    { a: 1, b: 2 },
    null,
  ]),
  arithmetic('dateTime("2026-01-01T00:00:00Z") + 60', '2026-01-01T00:01:00Z'),
  of('-')('[3 - 1, -(2), dateTime("2026-01-01T00:01:00Z") - dateTime("2026-01-01T00:00:00Z")]', [2, -2, 60]),
  of('*')('[2 * 3, 2 * "3"]', [6, null]),
  of('/')('6 / 4', 1.5),
  of('%')('7 % 4', 3),
  of('**')('2 ** 10', 1024),
  inside('[1 in [1, 2], null in [null], 2 in 1..3, 3 in 1...3]', [true, true, true, false]),
  inside('*[_id in path("drafts.**")]._id', ['drafts.note']),
  inside('*[name in ["Анна", "Вера"]]._id', ['ann']),
  match('*[name match "гимн*"]._id', ['gym']),
  match('*[[name, _id] match "анна"]._id', ['ann']),
  match('*[pt::text(body) match "абз* втор*"]._id', ['note']),
  match('["школа" match "Школа", "a-b" match "b", "ab" match "b"]', [true, true, false]),
  order('*[_type == "person"] | order(age)._id', ['bob', 'ann']),
  order('*[_type == "person"] | order(lower(name) desc)._id', ['bob', 'ann']),
  order('* | order(age desc, _id)[0...3]._id', ['drafts.note', 'gym', 'note']),
  of('asc')('[3, 1, "a", null] | order(@ asc)', [1, 3, 'a', null]),
  of('desc')('[3, 1, "a", true] | order(@ desc)', [true, 'a', 3, 1]),
  of('->')('*[_id == "ann"][0].school->name', 'Гимназия № 1'),
  of('->')('*[_id == "bob"][0].friends[]->{name}', [{ name: 'Анна' }]),
  of('->')('*[_id == "ann"][0].name->', null),
  of('^')('*[_type == "school"]{"of": *[school._ref == ^._id]._id}', [{ of: ['ann', 'bob'] }]),
  of('@')('[1, 2, 3][@ > 1]', [2, 3]),
  splat('*[_id == "gym"][0]{...{"a": 1}, name}', { a: 1, name: 'Гимназия № 1' }),
  splat('[...[1, 2], 3]', [1, 2, 3]),
  of('=>')('*[_type == "person"]{_id, age > 35 => {name}}', [{ _id: 'ann', name: 'Анна' }, { _id: 'bob' }]),
  slice('[1, 2, 3, 4][1..2]', [2, 3]),
  slice('[1, 2, 3, 4][1...2]', [2]),
  slice('[1, 2, 3, 4][-2..-1]', [3, 4]),
  slice('[1, 2, 3][5]', null),
  slice('*[_id == "bob"].friends[]._ref', ['ann']),
  of('$name')('[$a, $b[1]]', [1, 'y'], { a: 1, b: ['x', 'y'] }),
  of('array::compact')('array::compact([1, null, 2])', [1, 2]),
  of('array::intersects')('[array::intersects([1, 2], [2]), array::intersects([1], 1)]', [true, null]),
  of('array::join')('[array::join(["a", 1, true], "-"), array::join([null], "-")]', ['a-1-true', null]),
  of('array::unique')('array::unique([1, 2, 1, null, null])', [1, 2, null]),
  of('coalesce')('[coalesce(null, 1, 2), coalesce(null)]', [1, null]),
  of('count')('[count([1, null]), count(*[_type == "person"]), count(1)]', [2, 2, null]),
  of('dateTime')('[dateTime("2026-01-01T00:00:00Z"), dateTime("вчера"), dateTime(1)]', [
    '2026-01-01T00:00:00Z',
    null,
    null,
  ]),
  of('dateTime')('*[dateTime(at) > dateTime("2026-01-01T00:00:00Z")]._id', ['gym']),
  of('dateTime::now')('dateTime::now() > dateTime("2020-01-01T00:00:00Z")', true),
  of('defined')('[defined(0), defined(null)]', [true, false]),
  of('delta::operation')('delta::operation()', null),
  of('diff::changedAny')('diff::changedAny({"a": 1, "b": 1}, {"a": 2, "b": 1}, b)', false),
  of('diff::changedOnly')('diff::changedOnly({"a": 1, "b": 1}, {"a": 2, "b": 1}, a)', true),
  of('identity')('identity() != ""', true),
  of('length')('[length("ёж"), length([1, 2]), length(1)]', [2, 2, null]),
  of('lower')('lower("ШКОЛА")', 'школа'),
  of('string::lower')('string::lower("ABC")', 'abc'),
  of('upper')('upper("школа")', 'ШКОЛА'),
  of('string::upper')('string::upper("abc")', 'ABC'),
  of('math::avg')('[math::avg([1, 2, null]), math::avg([])]', [1.5, null]),
  of('math::max')('[math::max([1, 3, 2]), math::max(["a"])]', [3, null]),
  of('math::min')('math::min(*.age)', 30),
  of('math::sum')('[math::sum([1, 2]), math::sum([])]', [3, 0]),
  of('now')('now() > "2020"', true),
  of('path')('[path("a.b") in path("a.*"), "a.b.c" in path("a.*"), "a.b.c" in path("a.**")]', [
    true,
    false,
    true,
  ]),
  of('pt::text')('*[_id == "note"][0]{"text": pt::text(body)}', { text: 'Первый абзац\n\nВторой' }),
  of('references')('*[references("gym")]._id', ['ann', 'bob']),
  of('references')('*[references(["ann", "none"])]._id', ['bob']),
  of('references')('*[_type == "school"]{"n": count(*[references(^._id)])}', [{ n: 2 }]),
  of('releases::all')('releases::all()', []),
  of('round')('[round(1.25, 1), round(2.5), round(-2.5)]', [1.3, 3, -3]),
  of('sanity::dataset')('sanity::dataset()', 'production'),
  of('sanity::projectId')('sanity::projectId()', 'local'),
  of('sanity::partOfRelease')('*[sanity::partOfRelease("r")]', []),
  of('sanity::versionOf')('*[sanity::versionOf("note")]._id', ['drafts.note', 'note']),
  of('select')('*[_type == "person"] | order(_id){"a": select(age > 35 => "старше", "моложе")}', [
    { a: 'старше' },
    { a: 'моложе' },
  ]),
  of('string')('[string(1), string(true), string([])]', ['1', 'true', null]),
  of('string::split')('[string::split("a, b", ", "), string::split("ab", "")]', [
    ['a', 'b'],
    ['a', 'b'],
  ]),
  of('string::startsWith')('[string::startsWith("abc", "ab"), string::startsWith("abc", "c")]', [
    true,
    false,
  ]),
  of('score')('*[_type == "person"] | score(name match "бор*") | order(_score desc)[0]._id', 'bob'),
  of('boost')('*[_type == "person"] | score(boost(age > 35, 5), age > 1)[0]._id', 'ann'),
  of("functions of one's own")('fn own::short($x) = $x{"n": name}; *[_id == "ann"][0]{...own::short(@)}', {
    n: 'Анна',
  }),
]
