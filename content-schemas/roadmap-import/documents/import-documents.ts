import type { DeadlineKindKey } from '../../vocabulary/deadline-kinds.ts'
import type { OutlineActivity, OutlineColumn } from '../outline/outline.ts'

/** A reference that may name a document which is not published yet; publishing makes it strong. */
export interface ImportReference {
  _type: 'reference'
  _ref: string
  _weak: true
  _strengthenOnPublish: { type: string }
}

export interface KeyedReference extends ImportReference {
  _key: string
}

export interface ImportSlug {
  _type: 'slug'
  current: string
}

export interface ImportRegion {
  _id: string
  _type: 'region'
  name: string
  slug: ImportSlug
  code?: string
  timeZone?: string
}

export interface ImportOrganization {
  _id: string
  _type: 'organization'
  name: string
  fullName: string
  slug: ImportSlug
  kind: string
  level: string
  region?: ImportReference
}

/** Created without consent: the name stays out of everything public until consent is recorded. */
export interface ImportPerson {
  _id: string
  _type: 'person'
  name: string
  position?: string
  /** Weak for good: people are written before their organisation is published. */
  organization?: Omit<ImportReference, '_strengthenOnPublish'>
}

export interface ImportDeadline {
  _key: string
  _type: 'deadline'
  verbatim: string
  kind: DeadlineKindKey
  start?: string
  end?: string
  recurrence?: string
  relativeTo?: string
  inferred?: { _key: string; _type: 'inference'; field: string; from: string }[]
}

export interface ImportResponsible {
  _key: string
  _type: 'responsible'
  verbatim: string
  persons: KeyedReference[]
  roles: string[]
  bodies: string[]
}

export interface ImportActivity extends Pick<
  OutlineActivity,
  'text' | 'documents' | 'results' | 'informationSupport'
> {
  _key: string
  _type: 'activity'
  number?: string
  deadlines: ImportDeadline[]
  responsible: ImportResponsible[]
  extra: { _key: string; _type: 'extraCell'; heading: string; text: string }[]
  channels: string[]
  status: 'planned'
}

export interface ImportStage {
  _key: string
  _type: 'stage'
  number?: string
  title?: string
  canonical: string[]
  activities: ImportActivity[]
}

export interface ImportRoadmap {
  _id: string
  _type: 'roadmap'
  title: string
  slug: ImportSlug
  organization?: ImportReference
  region?: ImportReference
  level?: string
  model: 'teachers' | 'target'
  period?: { _type: 'period'; start: string; end: string }
  approval?: { _type: 'approval'; kind: string; number?: string; date?: string }
  basis: string[]
  preamble: string[]
  columns: ({ _key: string; _type: 'roadmapColumn' } & OutlineColumn)[]
  stages: ImportStage[]
  sourceText: string
  warnings: { _key: string; _type: 'importWarning'; code: string; message: string; place?: string }[]
}

/** Everything one roadmap file becomes; ids are those of published documents and the same at every import. */
export interface ImportDocuments {
  roadmap: ImportRoadmap
  organization: ImportOrganization | null
  region: ImportRegion | null
  persons: ImportPerson[]
}
