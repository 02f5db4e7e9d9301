import type { ChannelKey } from '../../vocabulary/channels.ts'

const SUPPORT =
  /информационн[а-я]+ (?:поддержк|сопровожд|освещ)|освещ(?:ени|ат|ен)|публикаци[яий]|опубликов|публиковать|(?:размещ|выкладыв|публик)[а-я]+ .{0,80}(?:сайт|сет|интернет|групп|страниц|сми)|популяриз[а-я]+ .{0,80}(?:медиа|сми|сайт|практик|сет)|(?:раздел|рубрик|страниц|вкладк)[а-я]* .{0,60}(?:сайт|сет)|средств[а-я]* массовой информации|медиа-?(?:поддержк|сопровожд|план)/

const CHANNELS: readonly (readonly [ChannelKey, RegExp])[] = [
  ['site', /сайт/],
  ['vk', /вконтакте|вк(?![а-я])|социальн[а-я]+ сет|соцсет|госпаблик/],
  ['ok', /одноклассник/],
  ['telegram', /телеграм|telegram|мессенджер/],
  ['municipal', /муниципальн[а-я]+ (?:и региональн[а-я]+ )?уровн|на муниципальном/],
  ['regional', /региональн[а-я]+ уровн/],
  ['media', /сми(?![а-я])|средств[а-я]* массовой|газет|медиа|телевид|пресс/],
]

/** Whether an activity consists in telling about mentoring in public; told by its words, not by its stage's number. */
export function isInformationSupport(text: string, stageTitle: string | null): boolean {
  const words = fold(text)
  if (SUPPORT.test(words)) return true
  return stageTitle !== null && /информационн[а-я]+ (?:поддержк|сопровожд|освещ)/.test(fold(stageTitle))
}

/** Where an activity of information support promises to tell: site, networks, media, levels. */
export function channelsOf(text: string): ChannelKey[] {
  const words = fold(text)
  return CHANNELS.filter(([, pattern]) => pattern.test(words)).map(([key]) => key)
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е')
}
