import { Footer, PageNumber, Paragraph, TabStopType, TextRun } from 'docx'
import { formatDate } from '../../text/dates.ts'
import type { RoadmapSheet } from '../roadmap-sheet.ts'
import { SMALL_SIZE, TEXT_WIDTH } from './page-style.ts'

/** Where the roadmap is published and the number of the page. */
export function drawFooter({ source, updated }: Pick<RoadmapSheet, 'source' | 'updated'>): Footer {
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        children: [
          new TextRun({ text: `${source} · изменено ${formatDate(updated)}`, size: SMALL_SIZE }),
          new TextRun({ text: '\tСтраница\u00A0', size: SMALL_SIZE }),
          new TextRun({
            children: [PageNumber.CURRENT, '\u00A0из\u00A0', PageNumber.TOTAL_PAGES],
            size: SMALL_SIZE,
          }),
        ],
      }),
    ],
  })
}
