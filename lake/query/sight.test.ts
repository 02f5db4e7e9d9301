import { array, assert, constantFrom, oneof, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { createThreadSight } from './evaluation/thread-sight.ts'
import { answerTwice, createLawBench } from './query-law.ts'
import { randomDataset } from './random-documents.ts'
import { randomList, randomQuestion } from './random-questions.ts'
import { ASKERS, TIMES, VIEW_OF_LAW, viewOfLaw } from './sight-fixture.ts'

test('law: whoever asks gets by plan what looking at every document would give', async () => {
  const bench = createLawBench(viewOfLaw)
  const look = await createThreadSight(bench.reader, VIEW_OF_LAW)
  const asked = record({
    question: oneof(randomQuestion, randomList),
    asker: constantFrom(...ASKERS),
    now: constantFrom(...TIMES),
  })
  try {
    assert(
      property(
        randomDataset,
        array(asked, { minLength: 1, maxLength: 60, size: 'max' }),
        (dataset, questions) => {
          const reader = bench.open(dataset)
          for (const { question, asker, now } of questions) {
            const { planned, plain } = answerTwice(reader, question, () => look(asker, now))
            expect({ question, result: planned }).toEqual({ question, result: plain })
          }
        },
      ),
      { numRuns: 60 },
    )
  } finally {
    bench.close()
  }
})
