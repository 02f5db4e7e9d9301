import type { ContentReader } from './content/content-reader.ts'

declare global {
  namespace App {
    interface Locals {
      /** What the page may read. */
      content: ContentReader
      /** Whether the page is a preview that only editors see. */
      forEditors?: boolean
      /** Set to what a page threw, which Astro turns into an answer without words. */
      failure?: { error: unknown }
    }
  }
}
