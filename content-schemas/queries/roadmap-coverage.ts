import { defineQuery } from 'groq'

/** Activities of roadmap `$roadmap` to pick from when a publication is recorded, in the order of the map. */
export const roadmapActivitiesQuery = defineQuery(
  `*[_type == "roadmap" && _id == $roadmap][0]{_id, title, stages[]{_key, number, title, canonical, activities[]{_key, number, text, informationSupport, channels}}}`,
)

/** Publications about roadmap `$roadmap`, newest first. */
export const coverageOfRoadmapQuery = defineQuery(
  `*[_type == "coverage" && roadmap._ref == $roadmap] | order(date desc) {_id, title, channel, date, activities}`,
)

/** Site of the organisation or region whose roadmap `$roadmap` is: links to it are publications on the own site. */
export const siteOfRoadmapOwnerQuery = defineQuery(
  `*[_type == "roadmap" && _id == $roadmap][0]{"site": coalesce(organization->site, region->site)}.site`,
)

/** Id of the published roadmap of `$owner` in force on `$today`, else of its newest one; null without any. */
export const currentRoadmapQuery = defineQuery(
  `*[_type == "roadmap" && (organization._ref == $owner || region._ref == $owner)]
    | order(select(period.start <= $today && period.end >= $today => 0, 1), period.start desc)[0]._id`,
)
