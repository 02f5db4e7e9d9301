import { join } from 'node:path'

/** Where the script for preview pages stands among the built files of the Studio. */
export const PREVIEW_SCRIPT = 'preview/visual-editing.js'

interface PluginContext {
  emitFile(file: { type: 'chunk'; fileName: string; id: string }): string
}

/** A Vite plugin that builds the script of the preview pages along with the Studio, whose chunks it shares. */
export function previewScript(root: string) {
  return {
    name: 'kopilka/preview-script',
    apply: 'build',
    buildStart(this: PluginContext) {
      this.emitFile({
        type: 'chunk',
        fileName: PREVIEW_SCRIPT,
        id: join(root, 'studio', 'preview', 'visual-editing.ts'),
      })
    },
  } as const
}
