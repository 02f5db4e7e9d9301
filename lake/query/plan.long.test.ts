import { array, assert, constantFrom, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { createThreadSight } from './evaluation/thread-sight.ts'
import { answerTwice, createLawBench } from './query-law.ts'
import { randomDataset } from './random-documents.ts'
import { randomQuestion } from './random-questions.ts'
import { ASKERS, VIEW_OF_LAW } from './sight-fixture.ts'

/** Random datasets, and random questions to each. */
const DATASETS = 100_000
const QUESTIONS = 2

const NOW = new Date('2026-09-01T00:00:00Z')

test('law at full size: whoever asks gets by plan what looking at every document gives', async () => {
  const bench = createLawBench()
  const look = await createThreadSight(bench.reader, VIEW_OF_LAW)
  const asked = record({
    question: randomQuestion,
    // Those who see everything are answered from more indexes.
    asker: constantFrom(ASKERS[0], ...ASKERS),
  })
  let count = 0
  try {
    assert(
      property(
        randomDataset,
        array(asked, { minLength: QUESTIONS, maxLength: QUESTIONS }),
        (dataset, questions) => {
          const reader = bench.open(dataset)
          for (const { question, asker } of questions) {
            const { planned, plain } = answerTwice(reader, question, () => look(asker, NOW))
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
