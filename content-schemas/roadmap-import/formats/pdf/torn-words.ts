import { isDomainWord } from '../../../mending/dictionary.ts'

/** Words of up to three letters that a line may well begin with. */
const SHORT_WORDS = new Set(
  'б в и к о с у во да до же за из их ко ли мы на не ни но об он от по со та те то ты ее бы вы без был вне все где год дел два для дня дни дом его еще зал или их как кто мая мер над нет обо она они оно ото под при про раз сам так там тем тех том три уже час чем что эта эти это'.split(
    ' ',
  ),
)
/** Ends of words that are no words themselves. */
const ENDING =
  /^(?:(?:ен|ель|аль|[ои]?чн|иль|тель|ествен|венн|он|ион|цион|альн|ическ|ческ|еск|ск|ств|тв|енн|ованн|ированн|янн|анн|нн|ьн|льн|н|ющ|ящ|вш|ш|щ)(?:ый|ий|ого|его|ому|ему|ым|им|ом|ем|ых|их|ыми|ими|ой|ей|ую|юю|ая|яя|ое|ее|ые|ие)|(?:и|ани|ени|овани|ировани|аци|яци|енци|ци|ти|ни|ли|ри)(?:я|е|ю|ем|и|й|ям|ями|ях|ей)|ств[аоуе]|тв[аоуе]|ств(?:ом|ам|ами|ах|енн\p{L}+)|ост(?:ь|и|ью|ей|ям|ями)|ност(?:ь|и|ью|ей|ям|ями)|тел(?:ь|я|ю|ем|ей|ями|ям|ях)|ител(?:ь|и|я|ю|ем|ей|ями|ям|ях)|ник(?:и|ов|у|ом|ам|ами|ах)|ик(?:и|ов|у|ом|ам|ами)|ц(?:ия|ии|ию|ией|ий|иям|иями)|ями|ами|ого|его|ому|ему|ыми|ими|тся|ться|уется|ется|ятся|ются|ика|ков|лей|ели|ватель\p{L}*|нског\p{L}|ован\p{L}+)$/u
/** Three letters that end as words do and are none themselves. */
const SHORT_ENDING = /^\p{L}(?:[ыи]х|[оеыи]й|[оеая]м|[ая]х|[ое]в|ая|яя|ое|ее|ую|юю|ть|и[яеюи]|ми|го|му|ся)$/u
/** What no word ends with. */
const CUT_END =
  /(?:ци|(?<!врем|им|плам|сем)ени|[оиу]вани|ческ|[нвй]ск|льск|льн|нн|[аи]тел|[тдвпбз]к|ност|дст|[бвгджзклмнпрстфхцчшщ]{3}[нлрк])$/u
/** Consonants that words begin with; any others stand in the middle of words only. */
const ONSET =
  /^(?:[бвгджзклмнпрстфхцчшщ]|[бвгдзклмнпстфхшц]?[лрвнмй]|ч[лрв]|в[бвгдзкпстхчшц]|вз[бвглмнр]|вс[ектпрлмнхё]|вст?р?|взр|в[кпст][рлв]|вдв|мгн|гд|дв|дн|жд|зд|зд?р|кт|кс|ль|мс|мг|мч|пс|пт|пт?|рж|с[бгдзклмнпстфхцчшр]|с[кпт][рлв]|скл|см|ств|стр|схв|сш|тк|тщ|фт|хв|ш[клмптс]|шт[рв]?|чт|шк|чь)(?=[аеёиоуыэюяь]|$)/u
const SOFT_START = /^[ьъыйщ]/u

/**
 * Whether a line that is one word, full to the last letter, is only the first piece of a word that its column was too
 * narrow for: what stands under it is no word, begins as none does, or makes a known word with it.
 */
export function isFirstPiece(line: string, below: string): boolean {
  const piece = /^[(«"„]*([\p{L}-]{2,}\p{L})$/u.exec(line)?.[1]
  if (piece === undefined) return false
  if (/^-\p{Ll}/u.test(below)) return true
  const rest = /^([а-яё]+)(?![./\p{L}])(-?)/iu.exec(below)
  if (!rest) return false
  const [word = '', hyphen = ''] = rest.slice(1)
  const capital = /^\p{Lu}/u.test(word)
  if (capital && (piece.length < 3 || piece !== piece.toUpperCase() || word !== word.toUpperCase()))
    return false
  const [first, second] = [fold(piece), fold(word)]
  if (CUT_END.test(first)) return true
  if (second.length === 1 && hyphen !== '') return true
  if (second.length === 1 && SHORT_WORDS.has(second)) return isLetterOfWord(first, second)
  if (isDomainWord(first + second) && !(isDomainWord(first) && isDomainWord(second))) return true
  if (SHORT_WORDS.has(second)) return false
  if (SOFT_START.test(second) && !second.startsWith('йо')) return true
  if (second.length < 3) return true
  if (isDomainWord(second)) return false
  return SHORT_ENDING.test(second) || ENDING.test(second) || !beginsWord(second)
}

/** Whether the last line of a cell is the last letter of the word that fills the line above: no cell ends with «и». */
export function isLastLetter(line: string, below: string): boolean {
  return /^[(«"„]*[\p{L}-]{3,}$/u.test(line) && /^\p{Ll}$/u.test(below)
}

/** Whether a letter that may be a word of its own is the end of a word: «качеств|о», «наставнико|в», «кураторам|и». */
function isLetterOfWord(piece: string, letter: string): boolean {
  if (letter === 'и') return /[ая]м$/u.test(piece)
  if (letter === 'в') return /[ое]$/u.test(piece) && isDomainWord(piece + letter)
  if (letter === 'о' && /ств$|.{3}[нквчш]ог$/u.test(piece)) return true
  return /[оу]/u.test(letter) && /[^аеиоуыэюя]$/u.test(piece) && isDomainWord(piece + letter)
}

function beginsWord(word: string): boolean {
  return /^[аеёиоуэюя]/u.test(word) || ONSET.test(word)
}

function fold(word: string): string {
  return word.toLowerCase().replaceAll('ё', 'е')
}
