// Loaded before the tests: laws (fast-check) try the same cases in every run, so that the same code gets the same
// verdict. `LAW_SEED=random npm test` tries new ones.
import * as fc from 'fast-check'

const FIXED_SEED = 20_241_101
const asked = process.env['LAW_SEED']

fc.configureGlobal({ seed: asked === 'random' ? Date.now() % 2 ** 31 : Number(asked ?? FIXED_SEED) })
