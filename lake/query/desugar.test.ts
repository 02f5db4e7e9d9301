import { expect, test } from 'vitest'
import { evaluateLater, evaluateNow, parseQuery, type EvaluationContext } from './groq.ts'

const context: EvaluationContext = {
  documents: [{ _id: 'a' }, { _id: 'a.b' }, { _id: 'a.b.c' }],
  dereference: () => null,
  projectId: 'local',
  dataset: 'production',
  identity: 'someone',
  now: new Date(0),
}

const cases: [query: string, result: unknown][] = [
  ['array::unique([null, 1, null, 1, "b"])', [1, 'b', null]],
  ['array::unique(*[].nonExistent)', [null]],
  ['array::unique([1, 1, 2])', [1, 2]],
  ['array::unique([{"a": 1}, {"a": 1}])', [{ a: 1 }, { a: 1 }]],
  ['array::unique([])', []],
  ['array::unique("text")', null],
  ['array::unique(array::unique([null, null, 1]))', [1, null]],
  ['*[_id == "a"]{"own": array::unique([_id, ^._id, null, null])}', [{ own: ['a', null] }]],
  [
    '*[_id == "a"]{"all": array::unique(*[string::startsWith(_id, ^._id)]._id)}',
    [{ all: ['a', 'a.b', 'a.b.c'] }],
  ],
  ['path("a.b.c") in path("a.**")', true],
  ['path("other") in path("a.**")', false],
  ['*[path(_id) in path("a.*")]._id', ['a.b']],
  ['*[!(path(_id) in path("*"))]._id', ['a.b', 'a.b.c']],
  ['path(1) in path("**")', null],
  ['"a" in path("*")', true],
]

test.each(cases)('%s', async (query, result) => {
  const tree = parseQuery(query, {})
  expect(evaluateNow(tree, context)).toEqual(result)
  expect(await evaluateLater(tree, context)).toEqual(result)
})

test.each(['$p == 42', '$p == null', '$p'])('a parameter without a value is an error: %s', (query) => {
  expect(() => parseQuery(query, {})).toThrow('param $p referenced, but not provided')
})
