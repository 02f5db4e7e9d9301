import { readFile, readdir, writeFile, mkdir } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { compressForEver } from './page-files.ts'

/** Copies the files that come with the code of the site (styles, fonts, scripts), with `.br` and `.gz` beside them. */
export async function copyAssets(assetsDir: string, publicDir: string): Promise<void> {
  for (const entry of await readdir(assetsDir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const source = join(entry.parentPath, entry.name)
    const target = join(publicDir, relative(assetsDir, source))
    const bytes = await readFile(source)
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, bytes)
    for (const [suffix, copy] of await compressForEver(target, bytes)) await writeFile(target + suffix, copy)
  }
}
