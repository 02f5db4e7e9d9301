import type { Attachment } from '#content/generated/types.ts'
import { typeset } from '../../typography/typeset.ts'
import type { ContentReader } from '../../content/content-reader.ts'

/** A file to download, with what a reader wants to know before. */
export interface FileLink {
  readonly title: string
  readonly url: string
  /** «DOCX, 24 КБ». */
  readonly about: string
}

/** Files are served from the site's own address, by the lake or as copies in a release. */
const FILE_BASE = '/files/local/production/'

/** Files to download; those without a file are left out. */
export function listFiles(
  attachments: readonly Attachment[] | undefined,
  content: ContentReader,
): FileLink[] {
  return (attachments ?? [])
    .map((attachment) => viewFile(attachment, content))
    .filter((file) => file !== null)
}

/** A file to download; null when the attachment holds no file. */
export function viewFile({ title, file }: Attachment, content: ContentReader): FileLink | null {
  const reference = file?.asset?._ref ?? ''
  const [, name, extension] = /^file-([0-9a-f]+)-(\w+)$/.exec(reference) ?? []
  if (name === undefined || extension === undefined) return null
  const size = content.get('sanity.fileAsset', reference)?.size
  const about = [extension.toUpperCase(), ...(size === undefined ? [] : [formatSize(size)])]
  return {
    title: typeset(title ?? 'Файл'),
    url: `${FILE_BASE}${name}.${extension}?dl=`,
    about: about.join(', '),
  }
}

function formatSize(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024))
  if (kilobytes < 1024) return `${kilobytes}\u00A0КБ`
  return `${(kilobytes / 1024).toFixed(1).replace('.', ',').replace(',0', '')}\u00A0МБ`
}
