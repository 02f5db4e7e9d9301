import type { ContentReader } from './content/content-reader.ts'

declare global {
  namespace App {
    interface Locals {
      /** What the page may read. */
      content: ContentReader
    }
  }
}
