import { OUTPUT_FORMATS, type OutputFormat, type TransformQuery } from './transform-query.ts'

/**
 * `fm` wins; `auto=format` gives WebP to browsers that ask for it; else the picture keeps its format.
 * Differs: Sanity also answers `auto=format` with AVIF, which takes a small server seconds to write.
 * @param accept the request's `Accept` header
 */
export function chooseFormat(query: TransformQuery, extension: string, accept: string): OutputFormat {
  if (query.format) return query.format
  if (query.autoFormat && accept.includes('image/webp')) return 'webp'
  return OUTPUT_FORMATS.find((format) => format === extension) ?? 'png'
}
