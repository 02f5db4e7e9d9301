import { collection } from './documents/collection.ts'
import { coverage } from './documents/coverage.ts'
import { event } from './documents/event.ts'
import { formerAddress } from './documents/former-address.ts'
import { glossaryTerm } from './documents/glossary-term.ts'
import { indicatorReport } from './documents/indicator-report.ts'
import { legalAct } from './documents/legal-act.ts'
import { material } from './documents/material.ts'
import { municipality } from './documents/municipality.ts'
import { organization } from './documents/organization.ts'
import { page } from './documents/page.ts'
import { person } from './documents/person.ts'
import { practice } from './documents/practice.ts'
import { region } from './documents/region.ts'
import { roadmap } from './documents/roadmap.ts'
import { siteSettings } from './documents/site-settings.ts'
import { activity } from './objects/activity.ts'
import { approval } from './objects/approval.ts'
import { attachment } from './objects/attachment.ts'
import { channelLink } from './objects/channel-link.ts'
import { collectionItem } from './objects/collection-item.ts'
import { consent } from './objects/consent.ts'
import { deadlinePart } from './objects/deadline-part.ts'
import { deadline } from './objects/deadline.ts'
import { extraCell } from './objects/extra-cell.ts'
import { importWarning } from './objects/import-warning.ts'
import { indicatorValue } from './objects/indicator-value.ts'
import { inference } from './objects/inference.ts'
import { legalChange } from './objects/legal-change.ts'
import { period } from './objects/period.ts'
import { responsible } from './objects/responsible.ts'
import { reviewScore } from './objects/review-score.ts'
import { richText } from './objects/rich-text.ts'
import { roadmapColumn } from './objects/roadmap-column.ts'
import { stage } from './objects/stage.ts'
import { step } from './objects/step.ts'

/** Types of documents, in the order in which editors meet them. */
export const documentTypes = [
  region,
  municipality,
  organization,
  person,
  roadmap,
  coverage,
  practice,
  material,
  collection,
  legalAct,
  event,
  indicatorReport,
  glossaryTerm,
  page,
  formerAddress,
  siteSettings,
]

/** Types of objects that documents are made of. */
const objectTypes = [
  activity,
  approval,
  attachment,
  channelLink,
  collectionItem,
  consent,
  deadline,
  deadlinePart,
  extraCell,
  importWarning,
  indicatorValue,
  inference,
  legalChange,
  period,
  responsible,
  reviewScore,
  richText,
  roadmapColumn,
  stage,
  step,
]

/** Every type of the content: what Sanity's `schema.types` takes. */
export const schemaTypes = [...documentTypes, ...objectTypes]
