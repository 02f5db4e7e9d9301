import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { draftValidators } from '../../validation/document-validators.ts'
import { arbitraryRoadmap } from '../corpus/arbitrary-roadmaps.ts'
import { TEXT_RENDERERS } from '../corpus/render-text.ts'
import { readRoadmap } from '../read-roadmap.ts'
import { outlineToDocuments } from './outline-to-documents.ts'

const ROADMAP = `План мероприятий («дорожная карта») по внедрению региональной системы наставничества на 2022-2025 годы на территории Курганской области

№ п/п	Мероприятие	Исполнители	Срок исполнения
1.	Определение куратора	Иванова М.П.	до 9.09.2022
2.	Информационная поддержка на сайте и в социальных сетях	Департамент образования	в течение года
3.	Подведение итогов	Заместитель директора Петрова А.С.	май
`

const ROWS = '№\tМероприятие\tСрок\tОтветственный\n1\tБеседа\tмай\tкуратор\n2\tВстреча\tиюнь\tкуратор'

test('a regional roadmap belongs to its region', () => {
  const { roadmap, organization, region, persons } = outlineToDocuments(readRoadmap(ROADMAP))
  expect(organization).toBeNull()
  expect(region).toMatchObject({
    _id: 'region-kurganskaya-oblast',
    code: '45',
    timeZone: 'Asia/Yekaterinburg',
  })
  expect(roadmap).toMatchObject({
    _id: 'roadmap-kurganskaya-oblast-2022-2025',
    slug: { current: '2022-2025' },
    region: { _ref: 'region-kurganskaya-oblast', _weak: true },
    level: 'regional',
    period: { start: '2022-01-01', end: '2025-12-31' },
    sourceText: ROADMAP,
  })
  expect(persons.map((person) => [person._id, person.position])).toEqual([
    ['person-ivanova-m-p-kurganskaya-oblast', 'ответственный сотрудник'],
    ['person-petrova-a-s-kurganskaya-oblast', 'заместитель директора'],
  ])
  expect(persons.every((person) => !('consent' in person))).toBe(true)
})

test('information support carries its channels, people their references', () => {
  const { roadmap } = outlineToDocuments(readRoadmap(ROADMAP))
  const activities = roadmap.stages[0]?.activities ?? []
  expect(activities[1]).toMatchObject({ _key: 's1a2', informationSupport: true, channels: ['site', 'vk'] })
  expect(activities[0]?.responsible[0]?.persons[0]?._ref).toBe('person-ivanova-m-p-kurganskaya-oblast')
  expect(activities[2]?.deadlines[0]?.inferred?.[0]).toMatchObject({
    field: 'start',
    from: 'срок дорожной карты',
  })
})

test('a school that is there already under an id of its own is the owner', () => {
  const reading = readRoadmap(`Дорожная карта МБОУ «СОШ № 7» на 2024-2025 учебный год\n${ROWS}`)
  const known = { organization: { _id: 'school-seven', slug: 'shkola-7' } }
  const { roadmap, organization } = outlineToDocuments(reading, { known })
  expect(organization).toMatchObject({ _id: 'school-seven', slug: { current: 'shkola-7' } })
  expect(roadmap).toMatchObject({
    _id: 'roadmap-shkola-7-2024-2025',
    organization: { _ref: 'school-seven' },
  })
})

test('a roadmap without owner and period still gets its ids', () => {
  const { roadmap } = outlineToDocuments(readRoadmap(ROWS), { fallbackName: 'Карта школы' })
  expect(roadmap._id).toBe('roadmap-karta-shkoly-bez-sroka')
  expect(roadmap.organization).toBeUndefined()
})

test('the documents of any roadmap keep to the schema, and are the same every time', () => {
  fc.assert(
    fc.property(arbitraryRoadmap, fc.constantFrom(...Object.values(TEXT_RENDERERS)), (model, render) => {
      const reading = readRoadmap(render(model))
      const documents = outlineToDocuments(reading)
      expect(outlineToDocuments(reading)).toEqual(documents)
      for (const document of [
        documents.roadmap,
        documents.organization,
        documents.region,
        ...documents.persons,
      ]) {
        if (document === null) continue
        const checked = draftValidators.get(document._type)?.safeParse({
          ...document,
          _createdAt: '2024-01-01T00:00:00Z',
          _updatedAt: '2024-01-01T00:00:00Z',
          _rev: 'r1',
        })
        expect(checked?.error?.issues ?? []).toEqual([])
      }
    }),
    { numRuns: 40 },
  )
})
