import { array, assert, constantFrom, oneof, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { createThreadSight } from './evaluation/thread-sight.ts'
import { answerTwice, createLawBench } from './query-law.ts'
import { randomDataset } from './random-documents.ts'
import { randomList, randomQuestion } from './random-questions.ts'
import { ASKERS, TIMES, VIEW_OF_LAW, viewOfLaw } from './sight-fixture.ts'

/** Random datasets, and random questions to each. */
const DATASETS = 100_000
const QUESTIONS = 2

test('law at full size: whoever asks gets by plan what looking at every document gives', async () => {
  const bench = createLawBench(viewOfLaw)
  const look = await createThreadSight(bench.reader, VIEW_OF_LAW)
  const asked = record({
    question: oneof(randomQuestion, randomQuestion, randomList),
    // Those who see everything are answered from more indexes.
    asker: constantFrom(ASKERS[0], ...ASKERS),
    now: constantFrom(...TIMES),
  })
  let count = 0
  try {
    assert(
      property(
        randomDataset,
        array(asked, { minLength: QUESTIONS, maxLength: QUESTIONS }),
        (dataset, questions) => {
          const reader = bench.open(dataset)
          for (const { question, asker, now } of questions) {
            const { planned, plain } = answerTwice(reader, question, () => look(asker, now))
            expect({ question, result: planned }).toEqual({ question, result: plain })
            count += 1
          }
        },
      ),
      { numRuns: DATASETS },
    )
  } finally {
    bench.close()
  }
  expect(count).toBe(DATASETS * QUESTIONS)
})
