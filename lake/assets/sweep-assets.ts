import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import type { DocumentStore } from '../store/documents.ts'
import { assetId, readAssetFileName, type AssetKind } from './asset-name.ts'

/** What became of files that no document knows. */
export interface Sweep {
  /** Put aside: they are served no more, but come back with their document. */
  putAside: number
  /** Brought back, as their document is there again. */
  broughtBack: number
  /** Deleted for good after a month aside. */
  deleted: number
}

interface Deps {
  /** `assets/` of the data folder. */
  folder: string
  documents: Pick<DocumentStore, 'get' | 'referencesTo'>
  now: () => Date
}

const DAY_MS = 24 * 60 * 60 * 1000

/** Bytes come before their document: younger ones may still be waiting for it. */
const YOUNG_MS = DAY_MS
const ASIDE_MS = 30 * DAY_MS

const KINDS = ['image', 'file'] as const satisfies readonly AssetKind[]

/**
 * Puts the bytes aside whose asset document was deleted, and deletes what has been aside for a month. A file stays while
 * its document exists, while any document refers to it, and for a day after it was uploaded, also when the same content
 * was uploaded again. May run while uploads come.
 */
export async function sweepAssets({ folder, documents, now }: Deps): Promise<Sweep> {
  const sweep: Sweep = { putAside: 0, broughtBack: 0, deleted: 0 }
  const isKnown = (id: string) => documents.get(id) !== undefined || documents.referencesTo(id).length > 0
  const ageOf = async (path: string) => now().getTime() - (await stat(path)).mtimeMs

  for (const kind of KINDS) {
    const [place, aside] = [join(folder, `${kind}s`), join(folder, 'aside', `${kind}s`)]
    await mkdir(aside, { recursive: true })
    for (const { name, id } of await listAssets(aside, kind)) {
      const path = join(aside, name)
      if (isKnown(id)) {
        await rename(path, join(place, name))
        sweep.broughtBack += 1
      } else if ((await ageOf(path)) > ASIDE_MS) {
        await rm(path)
        sweep.deleted += 1
      }
    }
    for (const { name, id } of await listAssets(place, kind)) {
      const path = join(place, name)
      if (isKnown(id) || (await ageOf(path)) < YOUNG_MS) continue
      const moved = join(aside, name)
      await rename(path, moved)
      // An upload of the same content marks the file as young before it counts on it: look once more.
      if (isKnown(id) || (await ageOf(moved)) < YOUNG_MS) await rename(moved, path)
      else {
        await utimes(moved, now(), now())
        sweep.putAside += 1
      }
    }
  }
  return sweep
}

async function listAssets(folder: string, kind: AssetKind): Promise<{ name: string; id: string }[]> {
  const names = await readdir(folder)
  return names.flatMap((name) => {
    const asset = readAssetFileName(kind, name)
    return asset ? { name, id: assetId(asset) } : []
  })
}
