import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompress, constants } from 'node:zlib'
import { promisify } from 'node:util'
import { renderStudioPage } from './studio-page.ts'

const FONT_FILES = ['cyrillic', 'latin'].map((script) => ({
  script,
  source: `@fontsource-variable/golos-text/files/golos-text-${script}-wght-normal.woff2`,
}))

interface PagePluginOptions {
  /** Project folder: fonts are taken from its packages, the icon from `studio/appearance`. */
  root: string
  /** Path under which the Studio is served, e.g. `/studio`. */
  basePath: string
}

interface OutputFile {
  type: 'asset' | 'chunk'
  source?: string | Uint8Array
  code?: string
}

interface PluginContext {
  emitFile(file: { type: 'asset'; fileName: string; source: string | Uint8Array }): string
}

/**
 * A Vite plugin that puts the project's own page in the place of the Studio's: in Russian, with its own font and
 * icon, and with nothing fetched from other hosts. Beside each text file it lays a Brotli copy (`.br`).
 */
export function ownStudioPage({ root, basePath }: PagePluginOptions) {
  return {
    name: 'kopilka/own-studio-page',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(this: PluginContext, _options: unknown, bundle: Record<string, OutputFile>) {
        const page = bundle['index.html']
        if (page === undefined || page.source === undefined) throw new Error('The Studio has no index.html')
        const original = String(page.source)
        for (const { script, source } of FONT_FILES) {
          const font = await readFile(join(root, 'node_modules', source))
          this.emitFile({ type: 'asset', fileName: fontName(script), source: font })
        }
        const icon = await readFile(join(root, 'studio', 'appearance', 'icon.svg'))
        this.emitFile({ type: 'asset', fileName: 'static/kopilka.svg', source: icon })
        page.source = renderStudioPage({
          scripts: addresses(original, /<script[^>]+src="([^"]+)"[^>]*>/g),
          styles: addresses(original, /<link[^>]+href="([^"]+\.css)"[^>]*>/g),
          icon: `${basePath}/static/kopilka.svg`,
          fonts: FONT_FILES.map(({ script }) => ({ script, address: `${basePath}/${fontName(script)}` })),
        })
        for (const file of Object.values(bundle)) dropForeignFonts(file)
        await compressBundle(this, bundle)
      },
    },
  } as const
}

function fontName(script: string): string {
  return `static/golos-text-${script}.woff2`
}

/** Addresses on this origin that a tag of the page names; those of other hosts are left out. */
function addresses(html: string, tag: RegExp): string[] {
  return [...html.matchAll(tag)].map((match) => match[1] ?? '').filter((address) => address.startsWith('/'))
}

function dropForeignFonts(file: OutputFile): void {
  if (file.type !== 'asset' || typeof file.source !== 'string') return
  file.source = file.source.replaceAll(/@font-face\s*\{[^}]*https?:[^}]*\}/g, '')
}

async function compressBundle(context: PluginContext, bundle: Record<string, OutputFile>): Promise<void> {
  const compress = promisify(brotliCompress)
  for (const [fileName, file] of Object.entries(bundle)) {
    if (!/\.(js|css|html|svg)$/.test(fileName)) continue
    const source = await compress(Buffer.from(file.code ?? file.source ?? ''), {
      params: { [constants.BROTLI_PARAM_QUALITY]: 6 },
    })
    context.emitFile({ type: 'asset', fileName: `${fileName}.br`, source })
  }
}
