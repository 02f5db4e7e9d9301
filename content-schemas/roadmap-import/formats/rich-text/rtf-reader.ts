import { overlargeFile } from '../../refusals.ts'
import type { CellContent } from '../tables/source-table.ts'
import { RtfCodePages } from './rtf-code-pages.ts'
import { type RtfCellDefinition, type RtfRowDefinition, RtfTables } from './rtf-tables.ts'
import type { RtfToken } from './rtf-tokens.ts'

/** What a group of rich text inherits and may change for itself. */
interface GroupState {
  skipped: boolean
  /** The group began with `\*`: it is skipped unless its word is known. */
  optional: boolean
  fontTable: boolean
  /** Hidden, or deleted by a tracked change. */
  unseen: boolean
  font: number | null
  /** How many letters to fall back on follow every `\u`. */
  fallback: number
  inTable: boolean
  /** 1 in a table, 2 in a table in its cell and so on. */
  level: number
  /** Inside a text box, whose paragraphs become lines of the paragraph it hangs on. */
  boxed: boolean
  /** Description of the outer row, kept while a group describes the row of an inner table. */
  outerRow: RtfRowDefinition | null
}

const MAX_DEPTH = 5000
const SKIPPED_GROUPS = new Set(
  'annotation atnauthor atndate atnicn atnid atnref atrfend atrfstart author bkmkend bkmkstart buptim colortbl comment creatim doccomm docvar falt fldinst footer footerf footerl footerr footnote ftncn ftnsep ftnsepc generator header headerf headerl headerr info keywords listoverridetable listtable mmath nonesttables nonshppict objdata picprop pict private1 printim revtbl revtim rsidtbl rxe shprslt sn stylesheet subject sv tc template themedata title txe upr xe xmlnstbl'.split(
    ' ',
  ),
)
const KNOWN_OPTIONAL = new Set(['shpinst', 'nesttableprops', 'shppict'])
const SIGNS: Readonly<Record<string, string>> = {
  '~': '\u00a0',
  _: '-',
  '{': '{',
  '}': '}',
  '\\': '\\',
  tab: ' ',
  line: '\n',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: ' ',
  enspace: ' ',
}

/** Follows the tokens of a rich text file and collects its paragraphs and tables. */
export class RtfReader {
  readonly #tables = new RtfTables()
  readonly #pages = new RtfCodePages()
  readonly #groups: GroupState[] = []
  #state: GroupState = {
    skipped: false,
    optional: false,
    fontTable: false,
    unseen: false,
    font: null,
    fallback: 1,
    inTable: false,
    level: 1,
    boxed: false,
    outerRow: null,
  }
  #text: string[] = []
  #passed = 0
  #left = 0
  #cells: RtfCellDefinition[] = []
  #goesOn = false
  #continuesLeft = false

  take(token: RtfToken): void {
    if (token.type === 'open') this.#open()
    else if (token.type === 'close') this.#close()
    else if (token.type === 'bytes') this.#takeBytes(token.bytes)
    else this.#takeWord(token.word, token.value)
  }

  finish(): CellContent[] {
    this.#endParagraph(0)
    return this.#tables.finish()
  }

  #open(): void {
    if (this.#groups.length > MAX_DEPTH) throw overlargeFile()
    this.#groups.push(this.#state)
    this.#state = { ...this.#state, optional: false, outerRow: null }
    this.#passed = 0
  }

  #close(): void {
    if (this.#state.outerRow) {
      this.#left = this.#state.outerRow.left
      this.#cells = [...this.#state.outerRow.cells]
    }
    this.#state = this.#groups.pop() ?? this.#state
    this.#passed = 0
  }

  #takeBytes(bytes: string): void {
    const passed = Math.min(this.#passed, bytes.length)
    this.#passed -= passed
    if (this.#state.skipped || this.#state.fontTable || this.#state.unseen) return
    this.#text.push(this.#pages.decode(bytes.slice(passed), this.#state.font))
  }

  #takeWord(word: string, value: number | null): void {
    if (word === '*') {
      this.#state.optional = true
      return
    }
    if (this.#state.optional) {
      this.#state.optional = false
      if (!KNOWN_OPTIONAL.has(word)) this.#state.skipped = true
    }
    if (this.#state.skipped) return
    if (SKIPPED_GROUPS.has(word)) {
      this.#state.skipped = true
      return
    }
    const sign = SIGNS[word]
    if (sign !== undefined) this.#addSign(sign)
    else if (!this.#takeTableWord(word, value)) this.#takeTextWord(word, value)
  }

  #addSign(sign: string): void {
    if (this.#passed > 0) this.#passed -= 1
    else if (!this.#state.unseen && !this.#state.fontTable) this.#text.push(sign)
  }

  #takeTextWord(word: string, value: number | null): void {
    const state = this.#state
    switch (word) {
      case 'u':
        if (value !== null) this.#addSign(String.fromCharCode((value + 0x10000) % 0x10000))
        this.#passed = state.fallback
        break
      case 'uc':
        state.fallback = Math.min(Math.max(0, value ?? 1), 16)
        break
      case 'ansicpg':
        this.#pages.setPage(value ?? 0)
        break
      case 'fonttbl':
        state.fontTable = true
        break
      case 'f':
        state.font = value
        break
      case 'fcharset':
        if (state.fontTable && state.font !== null) this.#pages.addFont(state.font, value ?? 0)
        break
      case 'v':
      case 'deleted':
        state.unseen = value !== 0
        break
      case 'shptxt':
        state.boxed = true
        break
      case 'nesttableprops':
        state.outerRow = { left: this.#left, cells: this.#cells }
        break
      case 'plain':
        state.unseen = false
        break
    }
  }

  /** Whether the word tells of paragraphs, cells and rows. */
  #takeTableWord(word: string, value: number | null): boolean {
    switch (word) {
      case 'par':
      case 'sect':
      case 'page':
        if (this.#state.boxed) this.#text.push('\n')
        else this.#endParagraph(this.#state.inTable ? this.#state.level : 0)
        return true
      case 'pard':
        this.#state.inTable = false
        this.#state.level = 1
        return true
      case 'intbl':
        this.#state.inTable = true
        return true
      case 'itap':
        this.#state.level = Math.max(1, value ?? 1)
        this.#state.inTable = (value ?? 1) > 0
        return true
      case 'cell':
      case 'nestcell':
        this.#endCell(word === 'cell' ? 1 : Math.max(2, this.#state.level))
        return true
      case 'row':
      case 'nestrow':
        this.#tables.endRow(word === 'row' ? 1 : Math.max(2, this.#state.level), {
          left: this.#left,
          cells: this.#cells,
        })
        return true
      default:
        return this.#takeRowWord(word, value)
    }
  }

  /** Whether the word describes the cells of a row. */
  #takeRowWord(word: string, value: number | null): boolean {
    switch (word) {
      case 'trowd':
        this.#cells = []
        this.#left = 0
        this.#goesOn = false
        this.#continuesLeft = false
        return true
      case 'trleft':
        this.#left = value ?? 0
        return true
      case 'clvmrg':
        this.#goesOn = true
        return true
      case 'clmrg':
        this.#continuesLeft = true
        return true
      case 'cellx':
        this.#cells.push({
          right: value ?? 0,
          goesOn: this.#goesOn,
          continuesLeft: this.#continuesLeft,
        })
        this.#goesOn = false
        this.#continuesLeft = false
        return true
      default:
        return false
    }
  }

  #endCell(level: number): void {
    if (this.#text.length > 0) this.#endParagraph(level)
    this.#tables.endCell(level)
  }

  #endParagraph(level: number): void {
    this.#tables.addParagraph(this.#text.join(''), level)
    this.#text = []
  }
}
