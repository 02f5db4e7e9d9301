import { readResponsible } from '../responsible/read-responsible.ts'
import { isSame, listLines } from './cell-lines.ts'
import type { PrintableParty, PrintContext } from './printable-roadmap.ts'
import type { CellLine } from './roadmap-sheet.ts'

/** Someone in charge with names that may be shown. */
interface Party {
  readonly verbatim: string | null
  readonly persons: readonly string[]
  readonly roles: readonly string[]
  readonly bodies: readonly string[]
}

/** What parts the parties of a cell, tried in turn until reading finds the same ones; the first parts paragraphs. */
const SEPARATORS = ['\n\n', ', ', '; ', '. ']

/**
 * People in charge, one line for each entry of the plan: the words of the document while they say what the entry
 * means, else names that may be shown with their roles.
 */
export function drawPeople(
  responsible: readonly PrintableParty[],
  nameOf: PrintContext['nameOf'],
): CellLine[] {
  const parties = responsible.map((party) => showParty(party, nameOf)).filter(saysSomething)
  const words = parties.map(wordParty)
  const separator = SEPARATORS.find((sign) => readsAs(words.join(sign), parties)) ?? '\n\n'
  return listLines(words.join(separator).split('\n\n'), 'none')
}

function showParty(party: PrintableParty, nameOf: PrintContext['nameOf']): Party {
  return {
    verbatim: party.verbatim ?? null,
    persons: (party.persons ?? []).flatMap(({ _ref }) => nameOf(_ref) ?? []),
    roles: party.roles ?? [],
    bodies: party.bodies ?? [],
  }
}

function saysSomething({ verbatim, persons, roles, bodies }: Party): boolean {
  return verbatim !== null || persons.length + roles.length + bodies.length > 0
}

function wordParty(party: Party): string {
  const names = party.persons.join(', ')
  const offices = [...party.roles, ...party.bodies].join(', ')
  const drawings = [
    ...(party.verbatim === null ? [] : [party.verbatim, breakBefore(party.roles.slice(1), party.verbatim)]),
    ...(names !== '' && offices !== '' ? [`${capitalise(offices)} ${names}`, `${names} (${offices})`] : []),
    [names, names === '' ? capitalise(offices) : offices].filter(Boolean).join(', '),
  ].filter((words) => words !== '')
  return drawings.find((words) => readsAs(words, [party])) ?? drawings.at(-1) ?? ''
}

/** Words with every role that stands in them on a line of its own. */
function breakBefore(roles: readonly string[], words: string): string {
  return roles.reduce((broken, role) => {
    const at = broken.toLowerCase().indexOf(` ${role.toLowerCase()}`)
    return at < 0 ? broken : `${broken.slice(0, at)}\n${broken.slice(at + 1)}`
  }, words)
}

/** Whether words read as these people, roles and bodies. */
function readsAs(words: string, parties: readonly Party[]): boolean {
  const read = readResponsible(words).parties.map(keyOf)
  return isSame(read, parties.map(keyOf))
}

function keyOf({ persons, roles, bodies }: Pick<Party, 'persons' | 'roles' | 'bodies'>): string {
  return JSON.stringify([persons, roles, bodies]).toLowerCase()
}

function capitalise(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
