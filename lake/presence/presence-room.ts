/** What those in a room are told; the Studio's words, `i` being the user's id. */
export type PresenceEvent =
  | { type: 'rollCall'; i: string; session: string }
  | { type: 'state'; i: string; m: { sessionId: string; locations: unknown[] } }
  | { type: 'disconnect'; i: string; m: { session: string } }

/** One open socket in the room. */
export interface Seat {
  /** From now on the member is told what the others do. */
  listen(tell: (event: PresenceEvent) => void): void
  stopListening(): void
  /** Asks all others where they are. */
  callRoll(session: string): void
  /** @returns false when the session is somebody else's */
  announce(session: string, locations: unknown[]): boolean
  /** @returns false when the session is somebody else's */
  disconnect(session: string): boolean
  /** Leaves with every session that was announced here. */
  leave(): void
}

/** People who have the same dataset open. Who says something is known by the seat, never by what is said. */
export interface PresenceRoom {
  enter(userId: string): Seat
}

interface Member {
  userId: string
  tell: ((event: PresenceEvent) => void) | null
}

export function createPresenceRoom(): PresenceRoom {
  const members = new Set<Member>()
  const owners = new Map<string, Member>()

  function tellOthers(speaker: Member, event: PresenceEvent): void {
    for (const member of members) {
      if (member !== speaker) member.tell?.(event)
    }
  }

  return {
    enter(userId) {
      const member: Member = { userId, tell: null }
      members.add(member)

      const end = (session: string) => {
        owners.delete(session)
        tellOthers(member, { type: 'disconnect', i: userId, m: { session } })
      }
      const isForeign = (session: string) => {
        const owner = owners.get(session)
        return owner !== undefined && owner.userId !== userId
      }

      return {
        listen: (tell) => void (member.tell = tell),
        stopListening: () => void (member.tell = null),
        callRoll: (session) => tellOthers(member, { type: 'rollCall', i: userId, session }),
        announce(session, locations) {
          if (isForeign(session)) return false
          // After a reconnect the same person goes on with the session from another socket.
          owners.set(session, member)
          tellOthers(member, { type: 'state', i: userId, m: { sessionId: session, locations } })
          return true
        },
        disconnect(session) {
          if (isForeign(session)) return false
          if (owners.has(session)) end(session)
          return true
        },
        leave() {
          members.delete(member)
          for (const [session, owner] of owners) {
            if (owner === member) end(session)
          }
        },
      }
    },
  }
}
