import type { LakeDocument } from '../documents/content-document.ts'
import { toPublicDocument } from './public-document.ts'

/** The day on which the tests publish. */
export const today = '2026-11-21'
export const consent = {
  _type: 'consent',
  scope: ['name'],
  date: '2026-01-01',
  document: { asset: { _ref: 'file-scan-pdf' } },
}
export const reference = (id: string, key = id) => ({ _type: 'reference', _ref: id, _key: key })
const span = (text: string, key: string) => ({ _type: 'span', _key: key, text, marks: [] })
export const block = (...texts: string[]) => ({
  _type: 'block',
  _key: 'b',
  markDefs: [],
  children: texts.map((text, index) => span(text, `s${index}`)),
})

export const silent = {
  _id: 'person-barhatneva-i-v-licej-2',
  _type: 'person',
  name: 'Бархатнева И.В.',
  fullName: 'Бархатнева Ирина Викторовна',
  position: 'Заместитель директора по УВР',
  organization: reference('school'),
}
export const willing = {
  _id: 'willing',
  _type: 'person',
  name: 'Заречнева Л.К.',
  position: 'куратор',
  consent,
  organization: reference('school'),
}
export const school = {
  _id: 'school',
  _type: 'organization',
  name: 'Лицей № 2',
  curator: reference(silent._id),
}
export const plan = {
  _id: 'plan',
  _type: 'roadmap',
  title: 'Дорожная карта',
  organization: reference('school'),
  stages: [
    {
      _type: 'stage',
      _key: 's1',
      activities: [
        {
          _type: 'activity',
          _key: 's1a1',
          text: 'Встреча',
          responsible: [
            {
              _type: 'responsible',
              _key: 'r',
              verbatim: 'Бархатнева И.В.',
              persons: [reference(silent._id)],
            },
          ],
        },
      ],
    },
  ],
}

export function publish(
  document: LakeDocument,
  people: readonly LakeDocument[] = [silent, willing],
): unknown {
  const stored = new Map([...people, school, plan, document].map((each) => [each._id, each]))
  return toPublicDocument(document, { get: (id) => stored.get(id), today })
}

export function publishPlan(changes: Record<string, unknown>, people?: readonly LakeDocument[]): unknown {
  return publish({ ...plan, ...changes }, people)
}

export function responsible(value: Record<string, unknown>) {
  return [
    {
      _type: 'stage',
      _key: 's1',
      activities: [
        {
          _type: 'activity',
          _key: 'a',
          text: 'Дело',
          responsible: [{ _type: 'responsible', _key: 'r', ...value }],
        },
      ],
    },
  ]
}
