import { defineQuery } from 'groq'

/** Roadmaps whose import warnings nobody has removed yet. */
export const roadmapsWithWarningsFilter = `_type == "roadmap" && count(warnings) > 0`

/** Roadmaps with an activity that nobody is responsible for and that is not cancelled. */
export const roadmapsWithoutResponsibleFilter = `_type == "roadmap" && count(stages[count(activities) > 0].activities[coalesce(status, "planned") != "cancelled" && count(coalesce(responsible, [])) == 0]) > 0`

/** People whose consent has run out or was withdrawn: their names are no longer published. Parameter: `$today`. */
export const expiredConsentsFilter = `_type == "person" && defined(consent) && (defined(consent.withdrawn) || consent.until < $today)`

/** Practices that nobody has checked since `$checkedBefore` (two years ago). */
export const uncheckedPracticesFilter = `_type == "practice" && (!defined(checkedAt) || checkedAt < $checkedBefore)`

/** Materials older than a change, in force by `$today`, of an act they rest on. */
export const outdatedMaterialsFilter = `_type == "material" && count((legalBasis[]->changes[].date)[@ <= $today && @ > coalesce(^.validFrom, "")]) > 0`

/** Roadmaps with unresolved import warnings, most warnings first. */
export const roadmapsWithWarningsQuery = defineQuery(
  `*[${roadmapsWithWarningsFilter}] | order(count(warnings) desc) {_id, title, "owner": coalesce(organization->name, region->name), "warnings": count(warnings)}`,
)

/** Activities without anyone responsible, by roadmap. */
export const activitiesWithoutResponsibleQuery = defineQuery(
  `*[${roadmapsWithoutResponsibleFilter}] | order(title) {_id, title, "owner": coalesce(organization->name, region->name), "activities": stages[count(activities) > 0].activities[coalesce(status, "planned") != "cancelled" && count(coalesce(responsible, [])) == 0]{_key, number, text}}`,
)

/** People whose consent is no longer valid. Parameter: `$today`. */
export const expiredConsentsQuery = defineQuery(
  `*[${expiredConsentsFilter}] | order(name) {_id, name, position, "until": consent.until, "withdrawn": consent.withdrawn}`,
)

/** Practices that need to be checked again, oldest check first. Parameter: `$checkedBefore`. */
export const uncheckedPracticesQuery = defineQuery(
  `*[${uncheckedPracticesFilter}] | order(checkedAt asc) {_id, title, checkedAt, "organization": organization->name}`,
)

/** Materials to bring in line with a changed act. Parameter: `$today`. */
export const outdatedMaterialsQuery = defineQuery(
  `*[${outdatedMaterialsFilter}] | order(title) {_id, title, validFrom, "acts": legalBasis[]->{_id, title, "changedAt": changes[].date}}`,
)

/** How many documents need attention, by reason. Parameters: `$today`, `$checkedBefore`. */
export const attentionCountsQuery = defineQuery(
  `{"roadmapsWithWarnings": count(*[${roadmapsWithWarningsFilter}]), "roadmapsWithoutResponsible": count(*[${roadmapsWithoutResponsibleFilter}]), "expiredConsents": count(*[${expiredConsentsFilter}]), "uncheckedPractices": count(*[${uncheckedPracticesFilter}]), "outdatedMaterials": count(*[${outdatedMaterialsFilter}])}`,
)
