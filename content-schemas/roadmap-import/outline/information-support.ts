import type { ChannelKey } from '../../vocabulary/channels.ts'

/** Places where mentoring is told about. */
const PLACE =
  '(?:сайт|соц\\. ?сет|соцсет|социальн[а-я]+ сет|сет[ияьей]+ интернет|интернет|вконтакте|(?<![а-я])вк(?![а-я])|одноклассник|телеграм|telegram|мессенджер|госпаблик|паблик|(?<![а-я])сми(?![а-я])|средств[а-я]* массовой|медиа|газет|журнал[еах]+|телевид|радио|пресс|стенд|сообществ[аоеу]+ (?:школ|гимнази|лице|колледж|учрежд|организ|сад|вконтакте)|групп[еуы] (?:школ|гимнази|лице|колледж|учрежд|сад|в сет|вконтакте)|страниц[аеуы] (?:школ|гимнази|лице|колледж|учрежд|сад))'
/** What is done there: words that tell, publish, keep up to date. */
const TELLING =
  '(?:размещ|выкладыв|публик|пиш|осве[щт]|анонс|информир|информаци|рассказ|знаком|материал|стат[ьеяи]|сюжет|замет|пост[ыова]*(?![а-я])|новост|отч[её]т|репортаж|фото|видео|ролик|веден|ведём|создани|обновл|наполн|пополн|популяриз|продвиж|пропаганд|трансляц|представл|раздел|рубрик|страниц|вкладк|блог|выпуск|оформлен|подготовк|кампани|доступ|мероприят|результат|практик|ход[аеу]? )'
const SUPPORT = new RegExp(
  [
    'информационн[а-я]+ (?:поддержк|сопровожд|освещ|кампани|продвиж)',
    'информационно-(?:просветительск|рекламн|медийн|пропагандистск)',
    'освещ(?:ени|ат|ен|аем)',
    'публикаци[яийю]|опубликов|публиковать|публикуем',
    'медиа-?(?:поддержк|сопровожд|план|кампани|освещ)',
    'pr-|пиар|имиджев|рекламн[а-я]+ кампани',
    'информирован[а-я]+ (?:общественност|населени|широк)',
    'популяриз[а-я]+ .{0,80}практик',
    `${TELLING}.{0,90}${PLACE}`,
    `${PLACE}.{0,40}(?:размещ|публик|освещ|пост[ыова]*(?![а-я])|новост|рубрик|раздел)`,
  ].join('|'),
)
/** Titles of stages of which every activity is information support. */
const STAGE_OF_SUPPORT =
  /информационн[а-я]+ (?:поддержк|сопровожд|освещ|обеспечен)|освещени|медиа-?(?:поддержк|сопровожд)|продвижени|популяризаци/
/** The words name a site or the media, but tell nothing to the public: one learns, registers, or looks something up there. */
const NO_SUPPORT =
  /(?:изучени|регистраци|мониторинг|просмотр|анализ|провер)[а-я]* .{0,60}(?:сайт|интернет)|обучени[ея] .{0,60}медиа|медиаграмотн|электронн[а-я]+ журнал/

const CHANNELS: readonly (readonly [ChannelKey, RegExp])[] = [
  ['site', /сайт/],
  ['vk', /вконтакте|(?<![а-я])вк(?![а-я])|социальн[а-я]+ сет|соц\. ?сет|соцсет|паблик/],
  ['ok', /одноклассник/],
  ['telegram', /телеграм|telegram|мессенджер/],
  ['municipal', /муниципальн[а-я]+ (?:и региональн[а-я]+ )?уровн|на муниципальном/],
  ['regional', /региональн[а-я]+ уровн/],
  ['media', /(?<![а-я])сми(?![а-я])|средств[а-я]* массовой|газет|медиа|телевид|радио|пресс/],
]

/** Whether an activity consists in telling about mentoring in public; told by its words, not by its stage's number. */
export function isInformationSupport(text: string, stageTitle: string | null): boolean {
  const words = fold(text)
  if (SUPPORT.test(words) && !NO_SUPPORT.test(words)) return true
  return stageTitle !== null && STAGE_OF_SUPPORT.test(fold(stageTitle))
}

/** Where an activity of information support promises to tell: site, networks, media, levels. */
export function channelsOf(text: string): ChannelKey[] {
  const words = fold(text)
  return CHANNELS.filter(([, pattern]) => pattern.test(words)).map(([key]) => key)
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е')
}
