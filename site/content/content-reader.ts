import type { ArchiveNode } from './archive-nodes.ts'
import type { DocumentOf, SiteDocumentType } from './documents.ts'
import type { LinkCard } from './cards.ts'
import type { DatedIndexName, IndexCards, IndexName } from './indexes.ts'

/**
 * How pages read content. Every answer is recorded under a key, so that a page is rendered again exactly when
 * one of its answers changed. Two reads of the same thing give the same answer while the store stands still.
 */
export interface ContentReader {
  /** Public address of the site without a closing slash: `https://kopilka.example`. */
  readonly origin: string
  /** The day in Moscow, ISO date. Read it only where the words of a page depend on the day. Key `today:Europe/Moscow`. */
  readonly today: string
  /** The day where an organisation or a region is, ISO date. Key `today:<time zone>` and those of `timeZoneAt`. */
  todayAt(ownerId: string | null | undefined): string
  /** The time zone of an organisation or a region; Moscow's for what belongs to none. Keys of the links to the region. */
  timeZoneAt(ownerId: string | null | undefined): string
  /** A whole document; null when there is none of this type with this id. Key `doc:<id>`. */
  get<Type extends SiteDocumentType>(type: Type, id: string | null | undefined): DocumentOf<Type> | null
  /** Id of the document of this type whose slug leads here. Key `index:address:<type>/[<owner id>/]<slug>`. */
  findId(type: SiteDocumentType, slug: string, ownerId?: string): string | null
  /** The document of this type whose slug leads here; roadmaps and municipalities stand below an owner. */
  find<Type extends SiteDocumentType>(type: Type, slug: string, ownerId?: string): DocumentOf<Type> | null
  /** All cards of a list, in its order. Key `index:<name>:<value>`. */
  list<Name extends IndexName>(name: Name, value: string): readonly IndexCards[Name][]
  /** The first cards of a list, at most fifty. Key `index:<name>:<value>#head`. */
  head<Name extends IndexName>(name: Name, value: string): readonly IndexCards[Name][]
  /** The number of cards in a list. Key `index:<name>:<value>#count`. */
  count(name: IndexName, value: string): number
  /** Whether a list has a card. Key `index:<name>:<value>#some`. */
  hasSome(name: IndexName, value: string): boolean
  /** Whether a list is too long to be shown as one. Key `index:<name>:<value>#long`. */
  isLong(name: IndexName, value: string): boolean
  /** Whether a list is too long for one file to download. Key `index:<name>:<value>#huge`. */
  isHuge(name: IndexName, value: string): boolean
  /** What a year, month or day of a list, or '' for all of it, consists of. Key `index:<name>:<value>@<node>`. */
  node(name: DatedIndexName, value: string, node: string): ArchiveNode | null
  /** Whether that is cut into smaller parts. Key `index:<name>:<value>@<node>#split`. */
  isSplit(name: DatedIndexName, value: string, node: string): boolean
  /** One page of it, when it is not; counted from the oldest. Key `index:<name>:<value>@<node>/<number>`. */
  page<Name extends DatedIndexName>(
    name: Name,
    value: string,
    node: string,
    number: number,
  ): readonly IndexCards[Name][]
  /**
   * The page of a list that holds a document, as `page` gives it: entries of about the same time. Read it only where
   * the page depends on the document, too, so that it notices when the document leaves the list.
   */
  neighbours<Name extends DatedIndexName>(name: Name, value: string, id: string): readonly IndexCards[Name][]
  /** Name and address parts of a document; null when there is none. Key `index:link:<id>`. */
  link(id: string | null | undefined): LinkCard | null
  /** Path of the page that shows a document; null when it has none. */
  addressOf(id: string | null | undefined): string | null
}
