import type { Mend } from './mended-code.ts'

const STUDIO_CODE = /[/\\]node_modules[/\\](sanity|@sanity)[/\\]/

/**
 * A Vite plugin that applies changes to the Studio's own code while it is bundled.
 *
 * @throws (as a failed build) when a change finds no place: the packages have changed and it must be reviewed.
 */
export function mendStudioCode(mends: readonly Mend[]) {
  const pending = new Set(mends)
  return {
    name: 'kopilka/mend-studio-code',
    apply: 'build',
    transform: {
      filter: { id: STUDIO_CODE },
      handler(code: string) {
        const found = mends.filter((mend) => code.includes(mend.find))
        if (found.length === 0) return null
        for (const mend of found) pending.delete(mend)
        return { code: applyMends(code, found), map: null }
      },
    },
    buildEnd(error?: Error) {
      if (error !== undefined || pending.size === 0) return
      const missing = [...pending].map((mend) => `  ${mend.find}\n    (${mend.why})`).join('\n')
      throw new Error(
        `The installed Studio no longer has code that is changed for this project. Find where it went, or drop the change:\n${missing}`,
      )
    },
  } as const
}

/** The code with each change made wherever it finds its place. */
export function applyMends(code: string, mends: readonly Mend[]): string {
  return mends.reduce((mended, { find, replace }) => mended.replaceAll(find, () => replace), code)
}
