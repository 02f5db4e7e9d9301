/** A part of the content that somebody works in, in the words of the lake: GROQ about one document at a time. */
export interface ContentScope {
  title: string
  /** Id of the organisation or region. */
  about: string
  filter: string
  sets: { name: string; filter: string; value?: string }[]
}

const OF_ORGANIZATION = ['roadmap', 'practice', 'material', 'event', 'indicatorReport', 'person']
const OF_EITHER = ['roadmap', 'event', 'indicatorReport']
const OF_REGION_ONLY = ['municipality', 'organization']

interface Owner {
  /** Id of the published document. */
  id: string
  name: string
}

/**
 * The organisation and what is its own: roadmaps, publications about them, practices, materials, events, indicators and
 * people. Its region stays what the published organisation says: moving between regions is for others to decide.
 */
export function organizationScope({ id, name }: Owner): ContentScope {
  const own = text(id)
  const sets = [
    { name: 'regions', filter: `_type == "organization" && _id in ${idsOf(id)}`, value: 'region._ref' },
    { name: 'roadmaps', filter: `_type == "roadmap" && organization._ref == ${own}` },
  ]
  const inRegion = '(!defined(region) || region._ref in $regions)'
  const filter = [
    `(_type == "organization" && _id in ${idsOf(id)} && region._ref in $regions)`,
    `(_type in ${list(OF_ORGANIZATION)} && organization._ref == ${own} && ${inRegion})`,
    '(_type == "coverage" && roadmap._ref in $roadmaps)',
  ].join(' || ')
  return { title: name, about: id, filter, sets }
}

/** The region, its municipalities, and all of its organisations with what is theirs. */
export function regionScope({ id, name }: Owner): ContentScope {
  const own = text(id)
  const sets = [
    { name: 'organizations', filter: `_type == "organization" && region._ref == ${own}` },
    {
      name: 'roadmaps',
      filter: `_type == "roadmap" && (region._ref == ${own} || organization._ref in $organizations)`,
    },
  ]
  const inRegion = `(!defined(region) || region._ref == ${own})`
  const filter = [
    `(_type == "region" && _id in ${idsOf(id)})`,
    `(_type in ${list(OF_REGION_ONLY)} && region._ref == ${own})`,
    `(_type in ${list(OF_EITHER)} && region._ref == ${own} && !defined(organization))`,
    `(_type in ${list(OF_ORGANIZATION)} && organization._ref in $organizations && ${inRegion})`,
    '(_type == "coverage" && roadmap._ref in $roadmaps)',
  ].join(' || ')
  return { title: name, about: id, filter, sets }
}

function idsOf(id: string): string {
  return list([id, `drafts.${id}`])
}

function list(texts: readonly string[]): string {
  return `[${texts.map(text).join(', ')}]`
}

function text(value: string): string {
  return JSON.stringify(value)
}
