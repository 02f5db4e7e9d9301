import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { replaceFile, writeFileDurably } from '../release/durable-files.ts'
import { fileOfPath } from '../release/file-of-path.ts'
import { deletePages } from '../release/page-files.ts'

/** Lists all redirects, as a block `map` of nginx takes them; missing when there are none. */
export const REDIRECTS_FILE = 'redirects.map'

/** What the files of a release are to say. */
export interface RedirectFilesOptions {
  publicDir: string
  /** Public address without a trailing slash. */
  origin: string
  wanted: ReadonlyMap<string, string>
  /** Paths at which pages stand: nothing is deleted there. */
  isPage: (path: string) => boolean
  /** Whether the files may not be what the list says. */
  unsure: boolean
}

/**
 * Brings the redirects of a release in step: the list, for web servers, and a small page at each former path, for
 * plain static hosts. The list is written last, so that what was begun is done again; pages that did not reach the disk
 * are written again at the next start.
 * @returns whether anything was written
 */
export async function syncRedirects(options: RedirectFilesOptions): Promise<boolean> {
  const { publicDir, origin, wanted, isPage, unsure } = options
  const listed = await readRedirects(publicDir)
  const changed = [...wanted].filter(([from, to]) => unsure || listed.get(from) !== to)
  const gone = [...listed.keys()].filter((from) => !wanted.has(from) && !isPage(from))
  if (changed.length + gone.length === 0 && listed.size === wanted.size) return false
  for (const [from, to] of changed.filter(([path]) => path.endsWith('/'))) {
    await replaceFile(join(publicDir, fileOfPath(from)), pageTo(to, origin))
  }
  await deletePages(
    publicDir,
    gone.filter((path) => path.endsWith('/')),
  )
  if (wanted.size === 0) await deletePages(publicDir, [`/${REDIRECTS_FILE}`])
  else await writeFileDurably(join(publicDir, REDIRECTS_FILE), listOf(wanted))
  return true
}

/** The redirects of a release, by former path. */
export async function readRedirects(publicDir: string): Promise<Map<string, string>> {
  const text = await readFile(join(publicDir, REDIRECTS_FILE), 'utf8').catch(() => '')
  return new Map([...text.matchAll(/^(\S+) (\S+);$/gm)].map(([, from = '', to = '']) => [from, to]))
}

function listOf(redirects: ReadonlyMap<string, string>): string {
  return [...redirects].map(([from, to]) => `${from} ${to};\n`).join('')
}

/** Paths are made of Latin letters, digits, hyphens and dots: nothing in them needs escaping. */
function pageTo(path: string, origin: string): string {
  return `<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Страница переехала</title>
<meta name="robots" content="noindex">
<link rel="canonical" href="${origin}${path}">
<meta http-equiv="refresh" content="0; url=${path}">
</head>
<body>
<p>Страница переехала: <a href="${path}">${origin}${path}</a></p>
</body>
</html>
`
}
