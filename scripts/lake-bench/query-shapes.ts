import { idOf } from './make-documents.ts'

export interface QueryShape {
  name: string
  query: string
  params: Record<string, unknown>
}

/** Queries as the Studio and the site send them. @param count of documents; the parameters name some in the middle */
export function listShapes(count: number): QueryShape[] {
  const middle = Math.floor(count / 2)
  const near = (type: number) => middle - (middle % 5) + type
  const id = idOf(near(0))
  const organization = idOf(near(3))
  return [
    shape('document by id', '*[_id == $id][0]', { id }),
    shape(
      'preview of a document',
      '*[_id in [$id, $draft]]{_id, _type, title, "school": organization->title}',
      {
        id,
        draft: `drafts.${id}`,
      },
    ),
    shape('documents by ids', '*[_id in $ids]{_id, title}', {
      ids: Array.from({ length: 50 }, (_, n) => idOf(n * 7)),
    }),
    shape(
      'page by slug',
      '*[_type == "practice" && slug.current == $slug][0]{..., organization->{title, slug}}',
      {
        slug: `document-${near(0)}`,
      },
    ),
    shape('slug is unique', 'count(*[_type == "practice" && slug.current == $slug && !(_id in [$id])])', {
      slug: `document-${near(0)}`,
      id: `drafts.${id}`,
    }),
    shape('what refers to a document', '*[references($id)]{_id, _type, title}', { id: organization }),
    shape('how many refer to a document', 'count(*[references($id)])', { id: organization }),
    shape(
      'practices of an organization',
      '*[_type == "practice" && organization._ref == $id] | order(date desc){_id, title, date}',
      {
        id: organization,
      },
    ),
    shape('practices of an author', '*[_type == "practice" && $id in authors[]._ref]{_id, title}', {
      id: idOf(near(2)),
    }),
    shape(
      'an organization with its practices',
      '*[_id == $id][0]{title, "practices": *[_type == "practice" && organization._ref == ^._id]{title}}',
      {
        id: organization,
      },
    ),
    shape(
      'a practice with its authors',
      '*[_id == $id][0]{title, "authors": authors[]->{title, organization->{title}}}',
      { id },
    ),
    shape('versions of a document', '*[sanity::versionOf($id)]{_id, _rev}', { id }),
    shape('list pane', '*[_type == "practice"] | order(_updatedAt desc)[0...50]{_id, _type, title}'),
    shape('number of a type', 'count(*[_type == "material"])'),
    shape(
      'newest on the home page',
      '*[_type == "practice"] | order(date desc, _id)[0...6]{title, date, "school": organization->title}',
    ),
    shape('search in a type', '*[_type == "organization" && title match $words][0...20]{_id, title}', {
      words: 'школ* опыт',
    }),
  ]
}

function shape(name: string, query: string, params: Record<string, unknown> = {}): QueryShape {
  return { name, query, params }
}
