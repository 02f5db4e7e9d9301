// Loaded before the tests: laws (fast-check) try the same cases in every run, so that the same code gets the same
// verdict. `LAW_SEED=random npm test` tries new ones.
import * as fc from 'fast-check'
import { readEnvironment } from '../environment.ts'

const { lawSeed } = readEnvironment()
if (lawSeed !== 'random') fc.configureGlobal({ seed: lawSeed })
