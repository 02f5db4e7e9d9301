import { idOf } from './make-documents.ts'

export interface QueryShape {
  name: string
  /** Who sends it: recorded in a browser, or taken from the queries of the project. */
  sentBy: string
  query: string
  params: Record<string, unknown>
  perspective: 'raw' | 'published' | 'drafts'
  /** Who asks: who sees everything, or an editor of one school, who sees of the others what the public does. */
  asker?: 'school'
}

const LIST = `_type in $__types && (_type == $type)`
const SEARCHED = [
  '_id',
  '_type',
  'title',
  'slug.current',
  'date',
  'organization._ref',
  'tags[]',
  'pt::text(body)',
]

/**
 * Queries that the Studio and the site really send. Those of the Studio were recorded in a browser while somebody
 * signed in, opened lists, searched one and opened documents (Studio 6.16); ids, types and attributes are those of the
 * documents of the benchmark. Those of the project are in `content-schemas/queries/`.
 * @param count of documents; the parameters name some in the middle
 */
export function listShapes(count: number): QueryShape[] {
  const middle = Math.floor(count / 2)
  const near = (type: number) => middle - (middle % 5) + type
  const id = idOf(near(0))
  const organization = idOf(near(3))
  const listed = Array.from({ length: 16 }, (_, n) => idOf((near(0) + n * 5) % count))
  const ids = JSON.stringify(listed)
  const both = JSON.stringify(listed.slice(0, 5).flatMap((one) => [`drafts.${one}`, one]))
  const types = { __types: ['practice'], type: 'practice', __limit: 100 }
  const searched = `*[_type in $__types && (${SEARCHED.map((one) => `${one} match $t0`).join(' || ')}) && (_type == $type)] {_type, _id, _originalId, "orderings": [_updatedAt], ...select(_type == "practice" => {${SEARCHED.map((one, n) => `"w${n}": ${one}`).join(',')}})} | order(orderings[0] desc) [0...$__limit]`
  const byName = `*[${LIST}] {_type, _id, _originalId, "orderings": [title]} | order(lower(orderings[0]) asc) [0...$__limit]`
  const ofSchool = (name: string, query: string, params: Record<string, unknown>): QueryShape => ({
    ...studio(name, query, params, 'drafts'),
    asker: 'school',
  })
  return [
    studio(
      'list of a type, newest first',
      `*[${LIST}] {_type, _id, _originalId, "orderings": [_updatedAt]} | order(orderings[0] desc) [0...$__limit]`,
      types,
      'drafts',
    ),
    studio('list of a type by name', byName, types, 'drafts'),
    studio('search in a list', searched, { ...types, t0: `${middle}*` }, 'drafts'),
    studio('search for a common word in a list', searched, { ...types, t0: 'настав*' }, 'drafts'),
    ofSchool('list of a type by name, for a school', byName, types),
    ofSchool('search in a list, for a school', searched, { ...types, t0: `${middle}*` }),
    ofSchool('search for a common word in a list, for a school', searched, { ...types, t0: 'настав*' }),
    studio(
      'previews of a list',
      `[*[_id in ${ids}][0...16]{_id,_rev,_type,title,date,organization,_createdAt,_updatedAt}][0...1]`,
      {},
      'drafts',
    ),
    studio(
      'revisions of a list',
      `[*[_id in ${ids}][0...16]{_id,_rev,_type,_type,_rev,_createdAt,_updatedAt,_system}][0...1]`,
      {},
      'raw',
    ),
    studio(
      'versions of a list',
      `[${listed.map((one) => `*[sanity::versionOf("${one}")]._id`).join(',')}]`,
      {},
      'raw',
    ),
    studio('versions of a document', '*[sanity::versionOf($publishedId)]._id', { publishedId: id }, 'raw'),
    studio(
      'drafts behind references',
      `[*[_id in ${both}][0...10]{_id,_rev,_type,_rev,_system}][0...1]`,
      {},
      'raw',
    ),
    studio(
      'address of a document on the site',
      '*[_id == $id][0]{_id, _type, slug, organization, region, "related": [organization->{_id, _type, slug}, region->{_id, _type, slug}]}',
      { id },
      'published',
    ),
    studio(
      'canvases of a document',
      '*[_type == "sanity.canvas.link" && studioDocumentId in $ids]._id',
      { ids: [id] },
      'raw',
    ),
    studio(
      'releases',
      '*[_type=="system.release" && _id in path("_.releases.*")]{_id, _type, _rev, state, "metadata": coalesce(metadata, {"title": "", "releaseType": "undecided"}), ...select(length(error.message) > 0 => {error}, {})} | order(_createdAt desc)',
      {},
      'raw',
    ),
    studio(
      'slug is unique',
      '!defined(*[_type == $docType && !sanity::versionOf($published) && slug.current == $slug][0]._id)',
      { docType: 'practice', published: id, slug: `document-${near(0)}` },
      'raw',
    ),
    project(
      'where a document is used',
      '*[references($id)] | order(_type, _id) [0...100] {_id, _type, "name": coalesce(title, name, term)}',
      { id: organization },
      'drafts',
    ),
    project(
      'practices of an organization',
      '*[_type == "practice" && organization._ref == $organization] | order(date desc) {_id, title, date, tags}',
      { organization },
      'published',
    ),
    project(
      'page of documents to publish',
      '*[_type in ["region", "municipality", "organization", "person", "roadmap", "coverage", "practice", "material", "collection", "legalAct", "event", "indicatorReport", "glossaryTerm", "page", "siteSettings"] && _id > $after] | order(_id) [0...1000]',
      { after: id },
      'published',
    ),
    project(
      'address of a roadmap is free',
      'count(*[_type == "roadmap" && slug.current == $slug && coalesce(organization._ref, region._ref) == $owner && !(_id in [$id, "drafts." + $id]) && !(_id in path("versions.**"))])',
      { slug: `document-${near(1)}`, owner: organization, id },
      'raw',
    ),
    project(
      'whether an imported document is used',
      'count(*[references($id) && !(_id in $own)])',
      { id: organization, own: [id] },
      'raw',
    ),
  ]
}

function shape(sentBy: string) {
  return (
    name: string,
    query: string,
    params: Record<string, unknown>,
    perspective: QueryShape['perspective'],
  ): QueryShape => ({ name, sentBy, query, params, perspective })
}

const studio = shape('Studio')
const project = shape('project')
