/** An image's or file's place in ids, addresses and folders; all three follow from it. */
export type AssetName =
  | { kind: 'image'; sha1: string; width: number; height: number; extension: string }
  | { kind: 'file'; sha1: string; extension: string }

export type AssetKind = AssetName['kind']

const IMAGE_FILE = /^([a-f0-9]{40})-([1-9]\d{0,4})x([1-9]\d{0,4})\.(jpg|png|webp|gif|avif|svg)$/
const PLAIN_FILE = /^([a-f0-9]{40})\.([a-z0-9]{1,10})$/

/** `image-<sha1>-<width>x<height>-<extension>` or `file-<sha1>-<extension>`, as Sanity names asset documents. */
export function assetId(name: AssetName): string {
  return `${name.kind}-${stem(name)}-${name.extension}`
}

/** The last part of the asset's address, and the name under which it lies on disk. */
export function assetFileName(name: AssetName): string {
  return `${stem(name)}.${name.extension}`
}

/**
 * Reads the last part of an address.
 * @returns null for anything but a name that `assetFileName` makes, so that no path can be smuggled in
 */
export function readAssetFileName(kind: AssetKind, text: string): AssetName | null {
  if (kind === 'file') {
    const [, sha1, extension] = PLAIN_FILE.exec(text) ?? []
    return sha1 && extension ? { kind, sha1, extension } : null
  }
  const [, sha1, width, height, extension] = IMAGE_FILE.exec(text) ?? []
  return sha1 && extension ? { kind, sha1, width: Number(width), height: Number(height), extension } : null
}

function stem(name: AssetName): string {
  return name.kind === 'image' ? `${name.sha1}-${name.width}x${name.height}` : name.sha1
}
