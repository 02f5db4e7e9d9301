/** Runs the given work after all work given before has ended, whether it succeeded or failed. */
export type RunInTurn = <Result>(work: () => Promise<Result>) => Promise<Result>

/** Makes a queue in which only one piece of work runs at a time. */
export function createTurns(): RunInTurn {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const turn = last.then(work, work)
    last = turn.catch(() => undefined)
    return turn
  }
}
