import type { DeadlineKindKey } from '../vocabulary/deadline-kinds.ts'
import type { DeadlineItem, SchoolYearPart } from './deadline-item.ts'
import { type LexRule, stickyPattern, WORD_END } from './lex-rule.ts'

const SCHOOL_YEAR =
  '(?:всего |текущего |кажд[а-я]{2,3} |одного )?уч(?:ебн[а-я]{2,3})?\\.?\\s*(?:год[а-я]{0,2}(?![а-я])|г(?![а-я])\\.?)'
const DURING = '(?:(?:в\\s*)?теч(?:ени[еи]|\\.|(?![а-я]))|на протяжении|в продолжени[еи])'
const DAYS =
  '(?:рабоч[а-я]{2,3} |календарн[а-я]{2,3} |учебн[а-я]{2,3} )?(?:дн[а-я]{1,2}|день|недел[а-я]{1,2}|месяц[а-я]{0,2}|мес\\.?|час[а-я]{0,2}|сут[а-я]{1,2})(?![а-я])'
const COUNT =
  '(?:\\d{1,3}(?:\\s*-\\s*\\d{1,3})?(?:-?(?:х|ти|и|го))?|одного|двух|трех|четырех|пяти|шести|семи|десяти|одной|один|два|три)(?:\\s*\\([^()]{0,20}\\))?'
const REST =
  '[^,;\\n()]{0,200}(?:, (?:установленн|утвержденн|определенн|указанн|обозначенн)[^;\\n()]{0,200})?'
const ADJECTIVES = '(?:(?:[а-я-]{2,30}(?:ому|ему|ыми?|ими?|ой|ей|ого|его|ых|их)|[а-я]{2,7}\\.|со?|о) ){0,3}'

/** Words that give a deadline without naming a place in the calendar. */
export const PHRASE_RULES: readonly LexRule[] = [
  phrase(`(?:${DURING}|весь|на) ${SCHOOL_YEAR}`, 'school-part', 'whole'),
  phrase(`${SCHOOL_YEAR}${WORD_END}`, 'school-part', 'whole'),
  phrase(`(?:в |к )?начал[а-я]{1,2} (?:${SCHOOL_YEAR}|(?:нового )?учебного года)`, 'school-part', 'start'),
  phrase(`(?:перед началом|до начала|накануне) (?:нового )?${SCHOOL_YEAR}`, 'school-part', 'before'),
  phrase(`до конца ${SCHOOL_YEAR}`, 'school-part', 'until-end'),
  phrase(`(?:в |к |на )?кон(?:ец|це|цу|ца) ${SCHOOL_YEAR}`, 'school-part', 'end'),
  phrase(
    `(?:по окончании|по завершении|после окончания|после завершения|по итогам) ${SCHOOL_YEAR}`,
    'school-part',
    'after',
  ),
  undated(
    `(?:по|в соответствии(?: с)?|согласно|исходя из) ${ADJECTIVES}(?:план[а-я]{0,3}|график[а-я]{0,3}|расписани[а-я]{1,2}|циклограмм[а-я]{1,2}|срок[а-я]{1,3}|плану-графику|положени[а-я]{1,2}|программ[а-я]{1,3}|карт[а-я]{1,2}|приказ[а-я]{0,2}|распоряжени[а-я]{1,2}|регламент[а-я]{0,2}|порядк[а-я]{1,2}|договор[а-я]{0,2}|соглашени[а-я]{1,2}|(?:уч\\.?|учебн[а-я]{2,3})\\s*план[а-я]{0,3})${WORD_END}${REST}`,
    'per-plan',
  ),
  undated(
    `в (?:установленн|определенн|указанн|утвержденн|намеченн)[а-я]{2,3} ${ADJECTIVES}срок[а-я]{0,2}${WORD_END}`,
    'per-plan',
  ),
  undated(`в сроки, [а-я]{0,30}${REST}`, 'per-plan'),
  undated('сроки (?:определя|устанавлива)[а-я]{1,5}', 'per-plan'),
  undated(
    `(?:по|при) (?:мере )?(?:необх(?:\\.|одимости${WORD_END})|надобности${WORD_END}|потребности${WORD_END})`,
    'on-need',
  ),
  undated(
    `(?:по (?:мере|факту)|при) (?:поступлени[а-я]|обращени[а-я]|возникновени[а-я] (?:запрос|заявк|обращени)[а-я]{1,2}|подач[а-я]|запрос[а-я]{1,2}|заявок)${WORD_END}${REST}`,
    'on-request',
  ),
  undated(`по мере [а-я]{3,30}${REST}`, 'on-need'),
  undated(`при наличии${WORD_END}${REST}`, 'on-need'),
  undated(
    `(?:в случае|при)(?: возникновения| возникновении)? (?:необходимости|надобности|потребности)|если (?:это )?(?:необходимо|потребуется)`,
    'on-need',
  ),
  undated(`при (?:возникновении|появлении|потребности)${WORD_END}${REST}`, 'on-need'),
  undated(
    `по ${ADJECTIVES}(?:запрос|заявк|обращени|требовани|просьб)[а-я]{0,3}${WORD_END}${REST}`,
    'on-request',
  ),
  undated(`по (?:согласованию|договоренности)${WORD_END}${REST}`, 'on-request'),
  spanning(`${DURING} (?:всего |одного )?(?:календарного )?года(?! \\d)${WORD_END}`, 'year-round'),
  spanning(`${DURING} (?:всего )?г(?:ода|\\.)${WORD_END}`, 'year-round'),
  spanning(`круглый год|круглогодично|весь (?:календарный )?год${WORD_END}|весь год`, 'year-round'),
  spanning(
    `(?:(?:${DURING}|в|за|на) )?(?:всего|весь|всем|все) (?:период[а-я]{0,2}|срок[а-я]{0,2}|врем[а-я]{1,3})${WORD_END}${REST}`,
    'ongoing',
  ),
  spanning(
    `${DURING} (?:всего )?(?:период|срок)[а-я]{0,2}(?: (?:реализации|действия|внедрения|работы)${REST})?${WORD_END}`,
    'ongoing',
  ),
  spanning(`(?:в )?период (?:реализации|действия)${WORD_END}${REST}`, 'ongoing'),
  spanning(`постоянно|пост\\.|на постоянной основе|бессрочно|непрерывно|по настоящее время`, 'ongoing'),
  undated(`систематическ[а-я]{1,2}|системно|регулярно|на регулярной основе|на системной основе`, 'ongoing'),
  // The date of an order is no deadline.
  relative(
    '(?:приказ|распоряжени|протокол|постановлени)[а-я]{0,3}[^;\\n()]{0,60}? от \\d{1,2}[. ][^ ;\\n()]{1,12}(?: \\d{4})?(?: ?г\\.?)?(?: ?№ ?[^ ,;()\\n]{1,12})?',
  ),
  relative(`${DURING} (?:${COUNT} )?${DAYS}${REST}`),
  relative(
    `(?:через|спустя|за|не позднее(?: чем)?(?: за| через)?|не позже(?: чем)? (?:за|через)) (?:${COUNT} )?${DAYS}${REST}`,
  ),
  relative(`не (?:менее|более|ранее)(?: чем)?(?: за| через)? ${COUNT} ${DAYS}${REST}`),
  relative(`${COUNT} ${DAYS}(?: (?:после|до|со|с|перед)${REST})?`),
  relative(
    `(?:сразу |непосредственно )?(?:после|по окончании|по завершении|по итогам|по результатам|по факту|перед|накануне|одновременно с|параллельно с|до начала|до окончания|до завершения)${WORD_END}${REST}`,
  ),
  relative(
    `(?:с момента|со дня|с даты|на момент|в момент|в день|на этапе|в ходе|во время|в период(?! с)|в дни) ${REST}`,
  ),
  relative(
    `(?:(?:в|на|во время|в период|в дни) )?(?:(?:осенн|зимн|весенн|летн)[а-я]{2,3}(?:, | и )?){0,4}\\s*(?:каникул[а-я]{0,3}|каникулярн[а-я]{2,3} (?:время|врем[а-я]{2,3}|период[а-я]{0,2}))(?: (?:\\d{4}\\s*[-/]\\s*)?\\d{2,4}(?:\\s*(?:г\\.?|уч|год)[а-я.]*(?: год[а-я]{0,2}| г\\.?)?)?)?`,
  ),
  relative(
    `(?:в |к |на )?кон(?:ец|це|цу) (?:календарного |каждого )?(?:года|полугодия|четверти|квартала|месяца|периода)${WORD_END}`,
  ),
  relative(
    `(?:в |к )?начал[а-я]{1,2} (?:календарного |каждого )?(?:года|полугодия|четверти|квартала|месяца)${WORD_END}`,
  ),
  {
    pattern: stickyPattern(
      `(?:срок )?(?:не (?:указан|установлен|определен|назначен|задан)[а-я]?|без срока|отсутству[а-я]{2,3}|нет|(?:будет )?уточн[а-я]{2,6})${WORD_END}`,
    ),
    read: () => ({ type: 'phrase', kind: 'absent', span: 'none', relativeTo: null }),
  },
]

function phrase(source: string, type: 'school-part', part: SchoolYearPart): LexRule {
  return { pattern: stickyPattern(source), read: () => ({ type, part }) }
}

function spanning(source: string, kind: DeadlineKindKey): LexRule {
  return {
    pattern: stickyPattern(source),
    read: (): DeadlineItem => ({ type: 'phrase', kind, span: 'period', relativeTo: null }),
  }
}

function undated(source: string, kind: DeadlineKindKey): LexRule {
  return {
    pattern: stickyPattern(source),
    read: (): DeadlineItem => ({ type: 'phrase', kind, span: 'none', relativeTo: null }),
  }
}

function relative(source: string): LexRule {
  return {
    pattern: stickyPattern(source),
    read: (match): DeadlineItem => ({
      type: 'phrase',
      kind: 'relative',
      span: 'none',
      relativeTo: match[0].trim(),
    }),
  }
}
