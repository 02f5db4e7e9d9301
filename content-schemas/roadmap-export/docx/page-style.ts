import {
  AlignmentType,
  convertMillimetersToTwip,
  type IPropertiesOptions,
  type ISectionPropertiesOptions,
  LevelFormat,
  PageOrientation,
} from 'docx'

/** Lists of cells: dashes, and numbers that begin anew in every cell. */
export const BULLETS = 'bullets'
export const NUMBERS = 'numbers'

/** A4 turned sideways, with room on the left to file it. */
const PAGE = { width: 210, height: 297, left: 20, right: 12, top: 15, bottom: 15 }

/** Room between the margins, in twentieths of a point. */
export const TEXT_WIDTH = convertMillimetersToTwip(PAGE.height - PAGE.left - PAGE.right)

/** Centred lines are kept short, so that they break into lines of like length. */
export const CENTRED_INDENT = { left: convertMillimetersToTwip(35), right: convertMillimetersToTwip(35) }

export const FONT = 'Times New Roman'
/** Half-points. */
export const TEXT_SIZE = 24
export const TABLE_SIZE = 20
export const SMALL_SIZE = 16

export const pageStyle: ISectionPropertiesOptions = {
  page: {
    size: {
      width: convertMillimetersToTwip(PAGE.width),
      height: convertMillimetersToTwip(PAGE.height),
      orientation: PageOrientation.LANDSCAPE,
    },
    margin: {
      left: convertMillimetersToTwip(PAGE.left),
      right: convertMillimetersToTwip(PAGE.right),
      top: convertMillimetersToTwip(PAGE.top),
      bottom: convertMillimetersToTwip(PAGE.bottom),
      footer: convertMillimetersToTwip(8),
    },
  },
}

const listLevel = {
  level: 0,
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: 227, hanging: 227 } }, run: { size: TABLE_SIZE } },
}

/** Styles and lists of the whole document. */
export const documentStyle = {
  styles: {
    default: {
      document: {
        run: { font: FONT, size: TEXT_SIZE, language: { value: 'ru-RU' } },
        paragraph: { spacing: { after: 0 } },
      },
      heading1: {
        run: { font: FONT, size: 28, bold: true, color: '000000' },
        paragraph: {
          alignment: AlignmentType.CENTER,
          indent: CENTRED_INDENT,
          spacing: { before: 240, after: 120 },
        },
      },
    },
  },
  numbering: {
    config: [
      { reference: BULLETS, levels: [{ ...listLevel, format: LevelFormat.BULLET, text: '–' }] },
      { reference: NUMBERS, levels: [{ ...listLevel, format: LevelFormat.DECIMAL, text: '%1)' }] },
    ],
  },
} satisfies Partial<IPropertiesOptions>
