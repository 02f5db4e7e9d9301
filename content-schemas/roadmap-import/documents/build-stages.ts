import { sourceOfInference } from '../../deadlines/describe-inference.ts'
import type { DeadlineReading } from '../../deadlines/deadline-reading.ts'
import { channelsOf } from '../outline/information-support.ts'
import type { OutlineActivity, OutlineResponsible } from '../outline/outline.ts'
import type { RoadmapReading } from '../read-roadmap.ts'
import type { ImportActivity, ImportDeadline, ImportResponsible, ImportStage } from './import-documents.ts'
import type { PersonRegister } from './person-register.ts'

/** Stages with their activities; keys count from one: `s2`, `s2a1`. */
export function buildStages(reading: RoadmapReading, persons: PersonRegister): ImportStage[] {
  return reading.outline.stages.map((stage, stageIndex) => {
    const key = `s${stageIndex + 1}`
    return {
      _key: key,
      _type: 'stage',
      ...(stage.number ? { number: stage.number } : {}),
      ...(stage.title ? { title: stage.title } : {}),
      canonical: stage.canonical,
      activities: stage.activities.map((activity, index) =>
        buildActivity(`${key}a${index + 1}`, activity, reading.readings[stageIndex]?.[index] ?? [], persons),
      ),
    }
  })
}

function buildActivity(
  key: string,
  activity: OutlineActivity,
  readings: readonly DeadlineReading[],
  persons: PersonRegister,
): ImportActivity {
  return {
    _key: key,
    _type: 'activity',
    ...(activity.number ? { number: activity.number } : {}),
    text: activity.text,
    deadlines: readings.map((deadline, index) => buildDeadline(`${key}d${index + 1}`, deadline)),
    responsible: activity.responsible.map((party, index) =>
      buildParty(`${key}r${index + 1}`, party, persons),
    ),
    documents: activity.documents,
    results: activity.results,
    extra: activity.extra.map((cell, index) => ({
      _key: `${key}e${index + 1}`,
      _type: 'extraCell',
      ...cell,
    })),
    informationSupport: activity.informationSupport,
    channels: activity.informationSupport ? channelsOf([activity.text, ...activity.results].join(' ')) : [],
    status: 'planned',
  }
}

function buildDeadline(key: string, reading: DeadlineReading): ImportDeadline {
  return {
    _key: key,
    _type: 'deadline',
    verbatim: reading.verbatim,
    kind: reading.kind,
    ...(reading.start ? { start: reading.start } : {}),
    ...(reading.end ? { end: reading.end } : {}),
    ...(reading.recurrence ? { recurrence: reading.recurrence } : {}),
    ...(reading.relativeTo ? { relativeTo: reading.relativeTo } : {}),
    ...(reading.inferred.length > 0
      ? {
          inferred: reading.inferred.map((inference, index) => ({
            _key: `${key}i${index + 1}`,
            _type: 'inference',
            field: inference.field,
            from: sourceOfInference(inference),
          })),
        }
      : {}),
  }
}

function buildParty(key: string, party: OutlineResponsible, persons: PersonRegister): ImportResponsible {
  return {
    _key: key,
    _type: 'responsible',
    verbatim: party.verbatim,
    persons: party.persons.map((name, index) => persons.refer(name, party.roles, `${key}p${index + 1}`)),
    roles: party.roles,
    bodies: party.bodies,
  }
}
