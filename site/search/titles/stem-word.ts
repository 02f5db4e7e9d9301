/** Endings that inflection changes; at least three letters stay. */
const ENDING =
  /(?<=.{3})(?:иями|ями|ами|ием|иям|ией|иях|ого|его|ому|ему|ыми|ими|ях|ах|ов|ев|ей|ам|ям|ом|ем|ой|ый|ий|ую|юю|ая|яя|ое|ее|ые|ие|ия|ию|ии|ых|их|ым|им|ть|[уюаяоеыиьй])$/

/** The part of a word that its forms share: «наставниками» → «наставник». Expects lower case, ё as е. */
export function stemWord(word: string): string {
  return word.replace(ENDING, '')
}

/** The stems of a text, in order. */
export function listStems(text: string): string[] {
  const words = text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .match(/[a-zа-я0-9]+/g)
  return (words ?? []).map(stemWord)
}

/** Whether a stem of a title answers a stem of a question: short ones are the same, long ones begin alike. */
export function answersStem(found: string, asked: string): boolean {
  return asked.length < 3 ? found === asked : found.startsWith(asked)
}
