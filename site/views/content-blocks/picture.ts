/** A picture with everything an `img` needs. */
export interface Picture {
  readonly src: string
  readonly srcset: string
  readonly width: number
  readonly height: number
  readonly alt: string
  readonly caption: string
}

/** An image field of a document; the asset is missing while an editor has not chosen a file. */
export interface ImageField {
  readonly asset?: { readonly _ref: string }
  readonly alt?: string
  readonly caption?: string
}

/** Pictures are served from the site's own address, by the lake or as copies in a release. */
const IMAGE_BASE = '/images/local/production/'
const WIDTHS = [360, 720, 1280] as const

/** Path of a picture cut to the shape that social networks expect; undefined when the field holds no file. */
export function findSharedPicture(image: ImageField | null | undefined): string | undefined {
  const picture = viewPicture(image)
  return picture === null ? undefined : `${picture.src.split('?')[0]}?w=1200&h=630&fit=crop&fm=jpg`
}

/** A picture to show; null when the field holds no file. */
export function viewPicture(image: ImageField | null | undefined): Picture | null {
  const [, name, width, height, extension] =
    /^image-([0-9a-f]+)-(\d+)x(\d+)-(\w+)$/.exec(image?.asset?._ref ?? '') ?? []
  if (name === undefined || width === undefined || height === undefined) return null
  const address = `${IMAGE_BASE}${name}-${width}x${height}.${extension}`
  const widths = WIDTHS.filter((option) => option < Number(width))
  return {
    src: widths.length === 0 ? address : `${address}?w=${widths.at(-1)}&fit=max&auto=format`,
    srcset: widths.map((option) => `${address}?w=${option}&fit=max&auto=format ${option}w`).join(', '),
    width: Number(width),
    height: Number(height),
    alt: image?.alt ?? '',
    caption: image?.caption ?? '',
  }
}
