/** Nouns that name a person's role, nominative singular and plural, up to endings that differ by gender. */
const ROLE_HEADS =
  'директор[аы]?|замдиректора|зам|заместител[ьи]|завуч[и]?|заведующ(?:ий|ая|ие)|зав|завкафедрой|руководител[ьи]|начальник[и]?|председател[ьи]' +
  '|координатор[ыа]?|куратор[ыа]?|наставник[и]?|наставляем(?:ый|ая|ые)|педагог[и]?|педагог-[а-яё]+|учител[ья](?:-[а-яё]+)?|воспитател[ьи]' +
  '|методист[ы]?|психолог[и]?|логопед[ы]?|дефектолог[и]?|тьютор[ы]?|библиотекар[ьи]|секретар[ьи]|администратор[ыа]?' +
  '|специалист[ы]?|инженер[ы]?|программист[ы]?|лаборант[ы]?|бухгалтер[ыа]?|главбух|делопроизводител[ьи]|юрист[ы]?|юрисконсульт' +
  '|преподавател[ьи]|мастер[а]?|тренер[ы]?|тренер-[а-яё]+|инструктор[ыа]?|концертмейстер[ы]?|музыкальн[а-яё]+ руководител[ьи]' +
  '|модератор[ыа]?|модератор-[а-яё]+|организатор[ы]?|ответственн(?:ый|ая|ые)|исполнител[ьи]|разработчик[и]?|участник[и]?|член[ы]?' +
  '|работник[и]?|работодател[ьи]|партн[её]р[ы]?|студент[ы]?|ученик[и]?|обучающиеся|выпускник[и]?|родител[ьи]|представител[ьи]' +
  '|лиц[оа]|эксперт[ы]?|волонт[её]р[ы]?|лидер[ы]?|сотрудник[и]?|инспектор[ыа]?|консультант[ы]?|вожат(?:ый|ая|ые)' +
  '|советник[и]?|помощник[и]?|ректор|проректор[ы]?|декан[ы]?|глава|здувр|здвр|здур|здумр|зднмр|зувр|звр|завшколой|детсоветник|технолог[и]?|хормейстер[ы]?|педагоги|слушател[ьи]|законные|и\\.?\\s?о\\.?|врио|техник[и]?|оператор[ы]?|редактор[ы]?|корреспондент[ы]?' +
  '|пресс-секретарь|менеджер[ы]?|медсестра|врач[и]?|старост[аы]|коллег[аи]|кадровик|завхоз|админ[ы]?|пдо|аспирант[ы]?|молодые'

/** Nouns that name a body: a council, a department, an organisation. */
const BODY_HEADS =
  'совет[ы]?|отряд[ы]?|бухгалтерия|канцелярия|офис[ы]?|кабинет[ы]?|медиацентр[ы]?|самоуправление|общественность|дворец|дом|педсовет|методсовет|орган[ы]?|оргкомитет|парламент|жюри|актив|дирекция|правление|ректорат|деканат|консорциум|федерация|движение|минобр[а-яё]*|минпрос[а-яё]*|облоно|гороно|районо|крайоно' +
  '|комисси[яи]|комитет[ы]?|департамент|министерство|управлени[ея]|отдел[ы]?|институт[ы]?|центр[ы]?' +
  '|ассоциаци[яи]|администраци[яи]|объединени[ея]|методобъединени[ея]|групп[аы]|команда|коллектив[ы]?|служб[аы]|академия|университет[ы]?' +
  '|колледж[и]?|техникум[ы]?|организаци[яи]|учреждени[ея]|предприяти[яе]|кафедр[аы]|лаборатория|библиотека|профсоюз|профком' +
  '|отделени[ея]|площадк[аи]|штаб|сообщество|сообщества|фонд|союз|общество|клуб|агентство|филиал|бюро|секретариат|редакция|пресс-центр|пресс-служба|ресурсный' +
  '|школа|школы|гимназия|лицей|детский|мо|шмо|рмо|гмо|умо|иро|киро|рцн|имц|ммц|рмц|цнппм|имо|гмц|ммс|оо|доу|оу|соуш|пмпк|ппк|ппс|мбоу|маоу|мкоу|гбоу|мбдоу|мадоу|мкдоу|мдоу|моу|гбпоу|гапоу|гау|гбу|фгбоу|мбу|мау|мку|ргуп|руо|уо|роо|гороо|наставнический'

const ROLE_HEAD = new RegExp(`^(?:${ROLE_HEADS})$`, 'i')
const BODY_HEAD = new RegExp(`^(?:${BODY_HEADS})$`, 'i')
const ROLE_SUFFIX = /(?:тел[ьи]|ист[ы]?|ник[и]?|олог[и]?|атор[ы]?|арь|ари|ент[ы]?|чик[и]?|щик[и]?)$/i
/** Things that end like roles. */
const NO_ROLE =
  /(?:докум|инструм|эксперим|компон|конт|мом|пат|фрагм|элем)ент|(?:сбор|празд|днев|источ|справоч|учеб|задач|ежегод|спут)ник|лист|(?:слов|календ|инвент|янв|комментар)ар|катал|анал|прол|(?:показ|двиг|указ)ател|мониторинг/i
const ADJECTIVE = /(?:ый|ий|ой|ая|яя|ые|ие|ое|ее|ического|ные)$/i
/** Abbreviated fields of work («заместитель по УВР, ВР»): no bodies, they go on from the role. */
const FIELD_OF_WORK = /^(?:У?ВР|УМР|НМР|УР|АХР|АХЧ|ИКТ|МР|ФГОС|БЖ|УПР|НР)$/i
/** Legal forms and kinds of institutions by the ends of their abbreviations. */
const INSTITUTION = /(?:^(?:ООО|АО|ПАО|ЗАО|ОАО)$|[БАКГО]ОУ|[БАК]У|ПОУ|ДОУ|УДО|ДПО|НКО|АНО|ООШ|СОШ|НОШ)$/
/** «Осуществляющие управление»: a participle goes on from the noun before it. */
const PARTICIPLE =
  /^(?!заведующ|обучающ|учащ|управляющ|начинающ|ведущ|будущ|действующ|молод)[а-яё]{3,}(?:ющ|ящ|ащ|ущ|вш)(?:ий|ая|ее|ие|его|их)(?:ся)?$/i
/** «Школы-партнёры», «организации-участники». */
const ORGANISATIONS_THAT_ARE =
  /^(?:школ[аы]|организаци[яи]|предприяти[яе]|учреждени[яе]|колледжи?|вузы?|гимнази[яи]|лице[йи])-/i
const EVERYONE = /^(?:вновь|вс[её]|весь|вся|каждый|каждая|сам|сами)$/i
const ABBREVIATED = /^(?:зам|зав|ст|мл|пом|рук|отв|гл|пед|соц|муз|и\.?о|нач|кл|уч)\.?$/i

export type HeadKind = 'role' | 'body'

/**
 * What a phrase names by its first words: a role («старший воспитатель»), a body («методический совет»), or
 * null when neither, as in a clause that goes on («организационно-методическое, аналитическое сопровождение»).
 */
export function headOf(phrase: string): HeadKind | null {
  const words = phrase.match(/[\p{L}]+(?:-[\p{L}]+)*|«/gu) ?? []
  for (const [index, word] of words.slice(0, 5).entries()) {
    if (word === '«') return index > 0 ? 'body' : null
    if (index === 0 && PARTICIPLE.test(word)) return null
    if (EVERYONE.test(word)) continue
    if (/^и$/i.test(word) && /^о$/i.test(words[index + 1] ?? '')) return 'role'
    if (/^организаци[яи]$/i.test(word) && index === 0) return null
    if (ORGANISATIONS_THAT_ARE.test(word)) return 'body'
    if (BODY_HEAD.test(word)) return followedByRole(words, index) ? 'role' : 'body'
    if (ROLE_HEAD.test(word) || ABBREVIATED.test(word)) return 'role'
    if (word.includes('-') && ROLE_HEAD.test(word.split('-')[0] ?? '')) return 'role'
    if (isAcronym(word) && index === 0) {
      if (FIELD_OF_WORK.test(word)) return null
      return words.length === 1 || INSTITUTION.test(word) || isAcronym(words[1] ?? '') ? 'body' : null
    }
    if (isAcronym(word) && index > 0) return null
    if (!ADJECTIVE.test(word))
      return index === 0 && ROLE_SUFFIX.test(word) && !NO_ROLE.test(word) ? 'role' : null
  }
  return null
}

/** «Школа молодого педагога» is a body; «школьный» roles never begin with a body's noun in the nominative. */
function followedByRole(words: readonly string[], index: number): boolean {
  return (
    /^(?:детский|ресурсный|молодые|наставнический)$/i.test(words[index] ?? '') &&
    ROLE_HEAD.test(words[index + 1] ?? '')
  )
}

/** Whether a single word begins a role or a body when it is written with a capital in the middle of a line. */
export function isHeadWord(word: string): boolean {
  return (
    ROLE_HEAD.test(word) ||
    BODY_HEAD.test(word) ||
    (word.includes('-') && ROLE_HEAD.test(word.split('-')[0] ?? ''))
  )
}

/** Whether all the letters of a word are capitals («МО», «ИРО»). */
export function isAcronym(word: string): boolean {
  return word.length > 1 && word.length < 9 && word === word.toUpperCase() && /\p{Lu}/u.test(word)
}
