import type { AccountStore } from '../store/accounts.ts'

/** Who stands behind an author's id, as the Studio shows it beside edits. */
export interface Person {
  id: string
  displayName: string
}

export interface People {
  /** Users and tokens, removed ones too, so that history keeps its names; null for an unknown id. */
  find(id: string): Person | null
}

export function createPeople(store: AccountStore): People {
  return {
    find(id) {
      const name = store.users.byId(id)?.name ?? store.tokens.byId(id)?.label
      return name === undefined ? null : { id, displayName: name }
    },
  }
}
