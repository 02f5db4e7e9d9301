import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      resolved: z.string().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
})

const { packages } = lockSchema.parse(
  JSON.parse(await readFile(join(dirname(import.meta.dirname), 'package-lock.json'), 'utf8')),
)

/** Version of the package that a package at a path gets when it asks for a name, as Node finds it. */
function find(from: string, name: string): string | undefined {
  const folders = from.split('/node_modules/').map((_, index, parts) => parts.slice(0, parts.length - index))
  const places = [
    ...folders.map((parts) => `${parts.join('/node_modules/')}/node_modules/${name}`),
    `node_modules/${name}`,
  ]
  return places.map((place) => packages[place]).find((found) => found !== undefined)?.version
}

// `npm install` over an existing node_modules leaves the packages of other platforms out of the lock; `npm ci` then
// refuses to work anywhere.
test('the lock names the packages of every platform', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([, version]) => /^\d+\.\d+\.\d+$/.test(version))
      .filter(([name, version]) => find(path, name) !== version)
      .map(([name, version]) => `${path}: ${name}@${version}`),
  )
  expect(missing).toEqual([])
})

test('the lock names no addresses of registries', () => {
  const addresses = Object.values(packages).flatMap(({ resolved = [] }) => resolved)
  expect(addresses).toEqual([])
})
