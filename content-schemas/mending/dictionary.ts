import {
  ADJECTIVE_STEMS,
  FIXED_FORMS,
  HARD_NOUN_STEMS,
  IE_NOUN_STEMS,
  SOFT_NOUN_STEMS,
  VERB_STEMS,
} from './domain-words.ts'

const HARD_ENDINGS = [
  '',
  'а',
  'у',
  'ом',
  'ем',
  'е',
  'ы',
  'и',
  'ов',
  'ев',
  'ей',
  'ой',
  'ою',
  'ам',
  'ами',
  'ах',
]
const SOFT_ENDINGS = ['ь', 'й', 'я', 'ю', 'ем', 'ём', 'ью', 'е', 'и', 'ей', 'ям', 'ями', 'ях']
const IE_ENDINGS = ['ие', 'ия', 'ию', 'ием', 'ии', 'ий', 'ией', 'иям', 'иями', 'иях']
const ADJECTIVE_ENDINGS =
  'ый ий ой ая яя ое ее ые ие ого его ому ему ым им ую юю ом ем ых их ыми ими ей а о ы'.split(' ')
const VERB_ENDINGS = ['ть', 'ют', 'ет', 'ется', 'ются', 'ться', 'л', 'ла', 'ли', 'лось', 'лся', 'лись', 'в']

let known: ReadonlySet<string> | undefined

/**
 * Whether the lower-case word belongs to the language of roadmaps: months, roles, documents, stages and the
 * words around them. Endings are allowed generously: the dictionary tells whole words from torn ones, it is no
 * spelling checker.
 */
export function isDomainWord(word: string): boolean {
  known ??= expandStems()
  return known.has(word.replaceAll('ё', 'е'))
}

function expandStems(): Set<string> {
  const words = new Set<string>(FIXED_FORMS.split(/\s+/))
  addForms(words, HARD_NOUN_STEMS, HARD_ENDINGS)
  addForms(words, SOFT_NOUN_STEMS, SOFT_ENDINGS)
  addForms(words, IE_NOUN_STEMS, IE_ENDINGS)
  addForms(words, ADJECTIVE_STEMS, ['', ...ADJECTIVE_ENDINGS])
  addForms(words, VERB_STEMS, VERB_ENDINGS)
  words.delete('')
  return words
}

function addForms(words: Set<string>, stems: string, endings: readonly string[]): void {
  for (const stem of stems.trim().split(/\s+/)) for (const ending of endings) words.add(stem + ending)
}
