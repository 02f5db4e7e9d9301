import { array, assert, property } from 'fast-check'
import { expect, test } from 'vitest'
import { answerTwice, createLawBench } from './query-law.ts'
import { randomDataset } from './random-documents.ts'
import { randomQuestion } from './random-questions.ts'

/** Random questions, each to a random dataset. */
const QUESTIONS = 200_000
const QUESTIONS_OF_A_DATASET = 40

test('law at full size: the planned result is the plain result', () => {
  const bench = createLawBench()
  let asked = 0
  try {
    assert(
      property(
        randomDataset,
        array(randomQuestion, { minLength: QUESTIONS_OF_A_DATASET, maxLength: QUESTIONS_OF_A_DATASET }),
        (dataset, questions) => {
          const reader = bench.open(dataset)
          for (const question of questions) {
            const { planned, plain } = answerTwice(reader, question)
            expect({ question, result: planned }).toEqual({ question, result: plain })
            asked += 1
          }
        },
      ),
      { numRuns: QUESTIONS / QUESTIONS_OF_A_DATASET },
    )
  } finally {
    bench.close()
  }
  expect(asked).toBeGreaterThanOrEqual(QUESTIONS)
})
