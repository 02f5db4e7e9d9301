import type { TitleRecord } from '#site/search/titles/title-record.ts'
import { makeCountry } from '../scale/make-country.ts'
import type { ScaleDocument } from '../scale/make-document.ts'

/** What the search by titles would know of the practices and organisations of a generated country, region by region. */
export function listCountryTitles(schools: number, practices: number): TitleRecord[] {
  const records: TitleRecord[] = []
  let region = ''
  for (const group of makeCountry({ schools, practices, seed: 1 })) {
    const place = group.find(({ _type }) => _type === 'region')
    if (place !== undefined) region = slugOf(place)
    for (const document of group) {
      if (document._type === 'practice') records.push(toRecord(document, region, 'Практика', 'praktiki'))
      if (document._type === 'organization') {
        records.push(toRecord(document, region, 'Организация', 'organizacii'))
      }
    }
  }
  return records
}

function toRecord(document: ScaleDocument, region: string, kind: string, section: string): TitleRecord {
  const textOf = (name: string): string => {
    const value = document[name]
    return typeof value === 'string' ? value : ''
  }
  const stages = document['stages']
  return {
    url: `/${section}/${slugOf(document)}/`,
    title: textOf('title') || textOf('name'),
    kind,
    text: (textOf('problem') || textOf('fullName')).slice(0, 160),
    filters: {
      kind: [document._type],
      region: [region],
      ...(document['form'] !== undefined && { form: [textOf('form')] }),
      ...(Array.isArray(stages) && { stage: stages.map(String) }),
    },
  }
}

function slugOf({ slug }: ScaleDocument): string {
  return typeof slug === 'object' && slug !== null && 'current' in slug ? String(slug.current) : ''
}
