import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { z } from 'zod'

const NAME = /^(.*)\.pf_fragment$/
/** Stands before the JSON of a fragment. */
const MARK = 'pagefind_dcd'
const READ_AT_ONCE = 64

const fragmentSchema = z.object({ url: z.string(), content: z.string() })

/** A page as an index shows it. */
export interface Fragment {
  /** Name under which the index finds the page; another text gives another. */
  id: string
  url: string
  content: string
}

/** Pages of a Pagefind index; [] where there is none. @param indexDir folder of the index */
export async function listFragments(indexDir: string): Promise<Fragment[]> {
  const folder = join(indexDir, 'fragment')
  const ids = (await readdir(folder).catch(() => [])).flatMap((name) => NAME.exec(name)?.[1] ?? [])
  const fragments: Fragment[] = []
  for (let from = 0; from < ids.length; from += READ_AT_ONCE) {
    const some = ids.slice(from, from + READ_AT_ONCE).map((id) => readFragment(folder, id))
    fragments.push(...(await Promise.all(some)))
  }
  return fragments
}

async function readFragment(folder: string, id: string): Promise<Fragment> {
  const packed = await readFile(join(folder, `${id}.pf_fragment`))
  const text = (await promisify(gunzip)(packed)).toString()
  return { id, ...fragmentSchema.parse(JSON.parse(text.slice(MARK.length))) }
}
