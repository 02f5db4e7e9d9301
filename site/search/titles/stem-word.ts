/** Endings that inflection changes; at least three letters stay. */
const ENDING =
  /(?<=.{3})(?:иями|ями|ами|ием|иям|ией|иях|ого|его|ому|ему|ыми|ими|ях|ах|ов|ев|ей|ам|ям|ом|ем|ой|ый|ий|ую|юю|ая|яя|ое|ее|ые|ие|ия|ию|ии|ых|их|ым|им|ть|[уюаяоеыиьй])$/

/** The part of a word that its forms share: «наставниками» → «наставник». Expects lower case, ё as е. */
export function stemWord(word: string): string {
  return word.replace(ENDING, '')
}

/** Words that stand in every text; shorter ones are left out as well. */
const EMPTY = new Set('без все для его как над они под при что это'.split(' '))
const SHORTEST = 3

/** The stems of the words of a text that tell something, in order; numbers are among them. */
export function listStems(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[a-zа-я0-9]+/g) ?? []
  return words
    .filter((word) => (word.length >= SHORTEST && !EMPTY.has(word)) || /\d/.test(word))
    .map(stemWord)
}

/** Whether a stem of a text answers a stem of a question: short ones are the same, long ones begin alike. */
export function answersStem(found: string, asked: string): boolean {
  return asked.length < SHORTEST ? found === asked : found.startsWith(asked)
}

/** What stems that may answer each other begin with. */
export function startOfStem(stem: string): string {
  return stem.slice(0, SHORTEST)
}
