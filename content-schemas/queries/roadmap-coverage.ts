import { defineQuery } from 'groq'

/** Activities of roadmap `$roadmap` to pick from when a publication is recorded, in the order of the map. */
export const roadmapActivitiesQuery = defineQuery(
  `*[_type == "roadmap" && _id == $roadmap][0]{_id, title, stages[]{_key, number, title, canonical, activities[]{_key, number, text, informationSupport, channels}}}`,
)

/** Publications about roadmap `$roadmap`, newest first. */
export const coverageOfRoadmapQuery = defineQuery(
  `*[_type == "coverage" && roadmap._ref == $roadmap] | order(date desc) {_id, title, channel, date, activities}`,
)
