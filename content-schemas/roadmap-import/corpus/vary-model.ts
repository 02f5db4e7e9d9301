import type { RoadmapModel } from './roadmap-model.ts'

/** The same roadmap with its columns in another order; every turn gives another. */
export function shuffleColumns(model: RoadmapModel, turn: number): RoadmapModel {
  const rest = [...model.columns]
  const columns = []
  for (let seed = turn * 7919 + 13; rest.length > 0; seed = (seed * 48_271) % 2_147_483_647)
    columns.push(...rest.splice(seed % rest.length, 1))
  return { ...model, columns }
}

/** The same roadmap printed without the row of headings. */
export function dropHeadings(model: RoadmapModel): RoadmapModel {
  const habits = { ...model.habits, headings: false, countRow: false, repeatHeader: 0 }
  return { ...model, habits }
}
