import type { TimeZoneKey } from '../../vocabulary/time-zones.ts'

/** A region of Russia as documents name it. */
export interface KnownRegion {
  name: string
  code: string
  timeZone: TimeZoneKey
}

const KALININGRAD = 'Europe/Kaliningrad'
const MOSCOW = 'Europe/Moscow'
const SAMARA = 'Europe/Samara'
const URAL = 'Asia/Yekaterinburg'
const OMSK = 'Asia/Omsk'
const NOVOSIBIRSK = 'Asia/Novosibirsk'
const KRASNOYARSK = 'Asia/Krasnoyarsk'
const IRKUTSK = 'Asia/Irkutsk'
const YAKUTSK = 'Asia/Yakutsk'
const VLADIVOSTOK = 'Asia/Vladivostok'
const MAGADAN = 'Asia/Magadan'
const KAMCHATKA = 'Asia/Kamchatka'

/** Names in the nominative with the code of the region and its time zone. */
const REGIONS: readonly (readonly [string, string, TimeZoneKey])[] = [
  ['Республика Адыгея', '01', MOSCOW],
  ['Республика Башкортостан', '02', URAL],
  ['Республика Бурятия', '03', IRKUTSK],
  ['Республика Алтай', '04', NOVOSIBIRSK],
  ['Республика Дагестан', '05', MOSCOW],
  ['Республика Ингушетия', '06', MOSCOW],
  ['Кабардино-Балкарская Республика', '07', MOSCOW],
  ['Республика Калмыкия', '08', MOSCOW],
  ['Карачаево-Черкесская Республика', '09', MOSCOW],
  ['Республика Карелия', '10', MOSCOW],
  ['Республика Коми', '11', MOSCOW],
  ['Республика Марий Эл', '12', MOSCOW],
  ['Республика Мордовия', '13', MOSCOW],
  ['Республика Саха (Якутия)', '14', YAKUTSK],
  ['Республика Северная Осетия', '15', MOSCOW],
  ['Республика Татарстан', '16', MOSCOW],
  ['Республика Тыва', '17', KRASNOYARSK],
  ['Удмуртская Республика', '18', SAMARA],
  ['Республика Хакасия', '19', KRASNOYARSK],
  ['Чеченская Республика', '20', MOSCOW],
  ['Чувашская Республика', '21', MOSCOW],
  ['Алтайский край', '22', NOVOSIBIRSK],
  ['Краснодарский край', '23', MOSCOW],
  ['Красноярский край', '24', KRASNOYARSK],
  ['Приморский край', '25', VLADIVOSTOK],
  ['Ставропольский край', '26', MOSCOW],
  ['Хабаровский край', '27', VLADIVOSTOK],
  ['Амурская область', '28', YAKUTSK],
  ['Архангельская область', '29', MOSCOW],
  ['Астраханская область', '30', SAMARA],
  ['Белгородская область', '31', MOSCOW],
  ['Брянская область', '32', MOSCOW],
  ['Владимирская область', '33', MOSCOW],
  ['Волгоградская область', '34', MOSCOW],
  ['Вологодская область', '35', MOSCOW],
  ['Воронежская область', '36', MOSCOW],
  ['Ивановская область', '37', MOSCOW],
  ['Иркутская область', '38', IRKUTSK],
  ['Калининградская область', '39', KALININGRAD],
  ['Калужская область', '40', MOSCOW],
  ['Камчатский край', '41', KAMCHATKA],
  ['Кемеровская область', '42', KRASNOYARSK],
  ['Кировская область', '43', MOSCOW],
  ['Костромская область', '44', MOSCOW],
  ['Курганская область', '45', URAL],
  ['Курская область', '46', MOSCOW],
  ['Ленинградская область', '47', MOSCOW],
  ['Липецкая область', '48', MOSCOW],
  ['Магаданская область', '49', MAGADAN],
  ['Московская область', '50', MOSCOW],
  ['Мурманская область', '51', MOSCOW],
  ['Нижегородская область', '52', MOSCOW],
  ['Новгородская область', '53', MOSCOW],
  ['Новосибирская область', '54', NOVOSIBIRSK],
  ['Омская область', '55', OMSK],
  ['Оренбургская область', '56', URAL],
  ['Орловская область', '57', MOSCOW],
  ['Пензенская область', '58', MOSCOW],
  ['Пермский край', '59', URAL],
  ['Псковская область', '60', MOSCOW],
  ['Ростовская область', '61', MOSCOW],
  ['Рязанская область', '62', MOSCOW],
  ['Самарская область', '63', SAMARA],
  ['Саратовская область', '64', SAMARA],
  ['Сахалинская область', '65', MAGADAN],
  ['Свердловская область', '66', URAL],
  ['Смоленская область', '67', MOSCOW],
  ['Тамбовская область', '68', MOSCOW],
  ['Тверская область', '69', MOSCOW],
  ['Томская область', '70', NOVOSIBIRSK],
  ['Тульская область', '71', MOSCOW],
  ['Тюменская область', '72', URAL],
  ['Ульяновская область', '73', SAMARA],
  ['Челябинская область', '74', URAL],
  ['Забайкальский край', '75', YAKUTSK],
  ['Ярославская область', '76', MOSCOW],
  ['Еврейская автономная область', '79', VLADIVOSTOK],
  ['Ненецкий автономный округ', '83', MOSCOW],
  ['Ханты-Мансийский автономный округ — Югра', '86', URAL],
  ['Чукотский автономный округ', '87', KAMCHATKA],
  ['Ямало-Ненецкий автономный округ', '89', URAL],
  ['Донецкая Народная Республика', '93', MOSCOW],
  ['Луганская Народная Республика', '94', MOSCOW],
  ['Запорожская область', '90', MOSCOW],
  ['Херсонская область', '95', MOSCOW],
  ['Республика Крым', '91', MOSCOW],
  ['Город Москва', '77', MOSCOW],
  ['Город Санкт-Петербург', '78', MOSCOW],
  ['Город Севастополь', '92', MOSCOW],
]

const PATTERNS = REGIONS.map(([name]) => ({ name, pattern: patternOf(name) }))

/** Names of all regions in the nominative. */
export const REGION_NAMES: readonly string[] = REGIONS.map(([name]) => name)

/** Code and time zone of a region by its name in the nominative. */
export function findRegion(name: string): KnownRegion | null {
  const row = REGIONS.find(([known]) => known.toLowerCase() === name.toLowerCase())
  return row ? { name: row[0], code: row[1], timeZone: row[2] } : null
}

/** Name in the nominative of the region that a text names in any case; the first when there are several. */
export function findRegionIn(text: string): string | null {
  let best: { name: string; at: number } | null = null
  for (const { name, pattern } of PATTERNS) {
    const at = text.search(pattern)
    if (at >= 0 && (best === null || at < best.at)) best = { name, at }
  }
  return best?.name ?? unknownRegionIn(text)
}

/** A region that the list does not hold, by the form of its name: «Заречной области» → «Заречная область». */
function unknownRegionIn(text: string): string | null {
  const province = /(?<!\p{L})(\p{Lu}[\p{L}-]{2,40}?)(?:ой|ую|ая)\s+област(?:и|ь|ью)(?!\p{L})/u.exec(
    text,
  )?.[1]
  if (province) return `${province}ая область`
  const land = /(?<!\p{L})(\p{Lu}[\p{L}-]{2,40}?)(?:ого|ому|ом|ий|ый)\s+кра(?:я|ю|е|й)(?!\p{L})/u.exec(
    text,
  )?.[1]
  return land ? `${land}${/[кгх]$/.test(land) ? 'ий' : 'ый'} край` : null
}

/** «Курганская область» in any case: adjectives lose their endings, nouns of republics theirs. */
function patternOf(name: string): RegExp {
  const words = name
    .replace(/^Город /, '')
    .replace(/ —.*$| \(.*$/, '')
    .split(' ')
    .map((word) => {
      if (/^Республика$/i.test(word)) return 'Республик[а-я]{1,2}'
      if (word === 'край') return 'кра[йяею][а-я]?'
      if (word === 'область') return 'област[а-я]{1,3}'
      if (word === 'округ') return 'округ[а-я]{0,2}'
      return `${word.replace(/(?:ая|ый|ий|ия|я|а)$/, '')}[а-я]{0,3}`
    })
  const [first = '', second] = words
  const optional = first.startsWith('Республик') && second !== undefined && !/^Алт|^Коми|^Саха/.test(second)
  const source = optional ? `(?:${first}\\s+)?${words.slice(1).join('\\s+')}` : words.join('\\s+')
  return new RegExp(`(?<!\\p{L})${source}(?!\\p{L})`, 'iu')
}
