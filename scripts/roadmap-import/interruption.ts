/** Signals nearer than this are one: the terminal and npm both pass the same Ctrl-C on. */
const ONE_KEYSTROKE = 1000

/** Exit code of a command that Ctrl-C ended. */
export const INTERRUPTED = 130

/**
 * Lets a command finish what it is writing when it is told to stop: the first Ctrl-C calls `stop`, a later one ends
 * the process at once.
 * @returns whether it was told to, and a function that stops listening
 */
export function onInterruption(stop: () => void): { requested: () => boolean; forget: () => void } {
  let first: number | null = null
  const listen = () => {
    if (first === null) {
      first = Date.now()
      stop()
    } else if (Date.now() - first > ONE_KEYSTROKE) process.exit(INTERRUPTED)
  }
  process.on('SIGINT', listen)
  process.on('SIGTERM', listen)
  return {
    requested: () => first !== null,
    forget: () => {
      process.off('SIGINT', listen)
      process.off('SIGTERM', listen)
    },
  }
}
