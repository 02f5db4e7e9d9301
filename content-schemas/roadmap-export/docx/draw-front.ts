import { AlignmentType, HeadingLevel, Paragraph, TextRun } from 'docx'
import type { ApprovalBlock, RoadmapSheet } from '../roadmap-sheet.ts'
import { keepTogether } from './keep-together.ts'
import { CENTRED_INDENT, TEXT_WIDTH } from './page-style.ts'

/** The block of approval stands in the right third of the page. */
const APPROVAL_INDENT = Math.round(TEXT_WIDTH * 0.66)
const SIGNATURE = '____________________'
const BLANK_NAME = '(____________________)'
const BLANK_DATE = '«____» _______________ 20____ г.'

/** Everything above the table: «УТВЕРЖДАЮ», letterhead, title, period, grounds and rules. */
export function drawFront(sheet: RoadmapSheet): Paragraph[] {
  return [
    ...drawApproval(sheet.approval),
    ...(sheet.letterhead === null ? [] : [drawCentred(sheet.letterhead, { before: 240 })]),
    ...sheet.above.map(drawSentence),
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(keepTogether(sheet.title))] }),
    ...(sheet.period === null ? [] : [drawCentred(sheet.period, { after: 120 })]),
    ...sheet.below.map(drawSentence),
    // Word joins a table to a paragraph with no room between them.
    new Paragraph({ spacing: { after: 60, line: 120 }, children: [] }),
  ]
}

function drawApproval({ position, organization, name, act }: ApprovalBlock): Paragraph[] {
  return [
    drawAside('УТВЕРЖДАЮ', { bold: true }),
    drawAside(position),
    drawAside(organization),
    drawAside(`${SIGNATURE} ${name ?? BLANK_NAME}`, { before: 160 }),
    drawAside(act ?? BLANK_DATE, { before: 60 }),
  ]
}

function drawAside(text: string, options: { bold?: boolean; before?: number } = {}): Paragraph {
  return new Paragraph({
    indent: { left: APPROVAL_INDENT },
    spacing: { before: options.before ?? 0 },
    children: [new TextRun({ text: keepTogether(text), bold: options.bold ?? false })],
  })
}

function drawCentred(text: string, spacing: { before?: number; after?: number }): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    indent: CENTRED_INDENT,
    spacing,
    children: [new TextRun(keepTogether(text))],
  })
}

function drawSentence(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: 709 },
    spacing: { after: 60 },
    children: [new TextRun(keepTogether(text))],
  })
}
