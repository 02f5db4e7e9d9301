import type { LevelKey } from '../../vocabulary/levels.ts'
import { findApproval, findBasis } from './approval.ts'
import { findOrganization } from './find-organization.ts'
import { findLevel } from './find-level.ts'
import { findPeriod } from './find-period.ts'
import { findTitle } from './find-title.ts'
import type { Outline } from './outline.ts'

/** What the text before the table says about the roadmap as a whole. */
export interface FrontMatter {
  title: string | null
  organization: string | null
  organizationFullName: string | null
  region: string | null
  level: LevelKey | null
  period: Outline['period']
  approval: Outline['approval']
  basis: string[]
  preamble: string[]
  /** A rule of the preamble that makes every row yearly, up to a date. */
  yearly: { until: string | null } | null
}

const STAMP = /электронн[а-я]+ подпис|сертификат|действителен с|владелец|отпечаток|эцп|усиленн/i

/** Reads title, owner, level, period, approval and rules; `tableWords` help only to tell the level. */
export function readFrontMatter(
  before: readonly string[],
  after: readonly string[],
  tableWords: string,
): FrontMatter {
  const lines = nearest(before)
    .map(tidyLine)
    .filter((line) => !STAMP.test(line))
  const title = findTitle(lines)
  const preamble = title ? findPreamble(lines.slice(title.to)) : findPreamble(lines)
  const owner = findOrganization(title?.text ?? null, lines)
  const yearly = findYearlyRule(preamble)
  return {
    title: title?.text ?? null,
    organization: owner.organization,
    organizationFullName: owner.fullName,
    region: owner.region,
    level: findLevel({ title: title?.text ?? '', owner, lines, tableWords }),
    period: findPeriod(title?.text ?? null, title ? lines.slice(title.to) : lines),
    approval: findApproval(lines, after.slice(0, 40).map(tidyLine)),
    basis: findBasis(lines),
    preamble,
    yearly,
  }
}

/** The letterhead and what stands before the table; the middle of a long document tells nothing of its roadmap. */
function nearest(lines: readonly string[]): readonly string[] {
  return lines.length > 700 ? [...lines.slice(0, 200), ...lines.slice(-400)] : lines
}

/** Sentences between the title and the table. */
function findPreamble(lines: readonly string[]): string[] {
  return lines.filter((line) => line.length > 40 && /[.;]$/.test(line) && /\p{Ll}/u.test(line))
}

/** «Мероприятия … реализуются ежегодно в течение 2022–2025 гг.» */
function findYearlyRule(preamble: readonly string[]): { until: string | null } | null {
  const rule = preamble.find(
    (line) =>
      /ежегодн/i.test(line) && /мероприяти[а-я]*.{0,60}(?:реализу|провод|выполня|осуществля)/i.test(line),
  )
  if (!rule) return null
  const years = [...rule.matchAll(/(?:19|20)\d{2}/g)].map((match) => Number(match[0]))
  return { until: years.length > 0 ? `${Math.max(...years)}-12-31` : null }
}

/** One line: emphasis of markdown taken off, letterspaced words («п р и к а з») put together. */
function tidyLine(line: string): string {
  const plain = line
    .replaceAll(/\*{1,3}|_{2,}|^#{1,6}\s/g, '')
    .replaceAll(/[\s\u2028]+/g, ' ')
    .trim()
  return plain.replaceAll(/(?<!\p{L})\p{L}(?: \p{L}){3,}(?!\p{L})/gu, (spaced) => spaced.replaceAll(' ', ''))
}
