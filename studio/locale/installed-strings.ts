import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** English strings of one namespace of the installed Studio: key to string. */
export type NamespaceStrings = Readonly<Record<string, string>>

/**
 * The English strings of every namespace that the installed Studio and its tools carry, by namespace.
 *
 * Bundles that are part of a module are taken from `sanity`'s exported en-US locale; the rest are the
 * `import("./resources-….js")` of each bundle definition found in the packages' code.
 *
 * @throws when a bundle definition is met that neither way can read, so that none goes unnoticed.
 */
export async function readInstalledStrings(packagesDir: string): Promise<Map<string, NamespaceStrings>> {
  const found = new Map<string, NamespaceStrings>()
  for (const folder of ['sanity/lib', '@sanity/vision/lib']) {
    const dir = join(packagesDir, folder)
    for (const name of await readdir(dir)) {
      if (!name.endsWith('.js')) continue
      const code = await readFile(join(dir, name), 'utf8')
      for (const bundle of bundlesIn(code, name)) {
        const module = await bundleModule(dir, bundle)
        found.set(bundle.namespace, { ...found.get(bundle.namespace), ...module })
      }
    }
  }
  return found
}

interface BundleDefinition {
  namespace: string
  /** File of the strings beside the definition, or null when they are written out in place. */
  file: string | null
  inline: string
}

function bundlesIn(code: string, fileName: string): BundleDefinition[] {
  return [...code.matchAll(/locale: "en-US",\s+namespace: ([\w"-]+),\s+resources: /g)].map((match) => {
    const after = code.slice(match.index + match[0].length)
    const file = /^\(\) => import\("\.\/([^"]+)"\)/.exec(after)?.[1] ?? null
    if (file === null && !after.startsWith('defineLocalesResources(')) {
      throw new Error(`${fileName} defines strings in a way that is not known: ${after.slice(0, 80)}`)
    }
    return { namespace: namespaceNamed(match[1] ?? '', code), file, inline: after }
  })
}

function namespaceNamed(expression: string, code: string): string {
  const literal = expression.startsWith('"')
    ? expression.slice(1, -1)
    : new RegExp(`\\b${expression} = "([^"]+)"`).exec(code)?.[1]
  if (literal === undefined) throw new Error(`The value of ${expression} is not found in its module`)
  return literal
}

async function bundleModule(dir: string, bundle: BundleDefinition): Promise<NamespaceStrings> {
  if (bundle.file === null) return stringsWrittenOut(bundle.inline)
  const module: { default: unknown } = await import(pathToFileURL(join(dir, bundle.file)).href)
  return onlyStrings(module.default)
}

/** Reads `defineLocalesResources("name", { … })` at the start of a text; the object holds only string pairs. */
function stringsWrittenOut(code: string): NamespaceStrings {
  const body = code.slice(0, /^\t*\}\)/m.exec(code)?.index)
  const pairs = body.matchAll(/^\t+("(?:[^"\\]|\\.)*"|\w+): ("(?:[^"\\]|\\.)*"),?$/gm)
  return Object.fromEntries(
    [...pairs].map(([, key = '', value = '']) => [
      key.startsWith('"') ? String(JSON.parse(key)) : key,
      String(JSON.parse(value)),
    ]),
  )
}

function onlyStrings(value: unknown): NamespaceStrings {
  const entries = Object.entries(value ?? {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  return Object.fromEntries(entries)
}
