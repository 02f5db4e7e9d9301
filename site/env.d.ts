declare namespace App {
  interface Locals {
    /** What the page may read; see `content/content-reader.ts`. */
    content: import('./content/content-reader.ts').ContentReader
  }
}
