/** Errors of the reader of PDF about damaged files. */
const DAMAGE =
  /^(?:XRefEntryException|XRefParseException|ParserEOFException|FormatError|MissingDataException|UnknownErrorException)$/

/**
 * Runs the reader of PDF. Of a damaged file it fetches parts ahead that nobody waits for; where such a failure would end
 * the whole process, as in Node, it is let pass. In browsers there is nothing to do.
 */
export async function containRejections<Result>(read: () => Promise<Result>): Promise<Result> {
  const host =
    'process' in globalThis && typeof globalThis.process.on === 'function' ? globalThis.process : null
  host?.on('unhandledRejection', passDamage)
  try {
    return await read()
  } finally {
    // Failures are told of only after everything that is due has run.
    await new Promise((resolve) => {
      setTimeout(resolve, 0)
    })
    host?.off('unhandledRejection', passDamage)
  }
}

function passDamage(reason: unknown): void {
  if (!(reason instanceof Error) || !DAMAGE.test(reason.name)) throw reason
}
