import { array, assert, constantFrom, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { createThreadSight } from './evaluation/thread-sight.ts'
import { answerTwice, createLawBench } from './query-law.ts'
import { randomDataset } from './random-documents.ts'
import { randomQuestion } from './random-questions.ts'
import { ASKERS, VIEW_OF_LAW } from './sight-fixture.ts'

const NOW = new Date('2026-09-01T00:00:00Z')

test('law: whoever asks gets by plan what looking at every document would give', async () => {
  const bench = createLawBench()
  const look = await createThreadSight(bench.reader, VIEW_OF_LAW)
  const asked = record({ question: randomQuestion, asker: constantFrom(...ASKERS) })
  try {
    assert(
      property(
        randomDataset,
        array(asked, { minLength: 1, maxLength: 60, size: 'max' }),
        (dataset, questions) => {
          const reader = bench.open(dataset)
          for (const { question, asker } of questions) {
            const { planned, plain } = answerTwice(reader, question, () => look(asker, NOW))
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
