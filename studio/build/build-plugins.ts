import { EMBEDDED_PROJECT } from '../config/embedded-project.ts'
import { EVERYWHERE_MENDS, OWN_ORIGIN_MENDS, WORD_MENDS } from './mended-code.ts'
import { mendStudioCode } from './mending-plugin.ts'
import { ownStudioPage } from './page-plugin.ts'
import { previewScript } from './preview-script-plugin.ts'

/** Path under which the Studio is served. */
export const STUDIO_BASE_PATH = '/studio'

/** Icons are hundreds of tiny modules that many parts share: one file of them saves a hundred requests. */
export const STUDIO_CHUNKS = { groups: [{ name: 'icons', test: /[\\/]@sanity[\\/]icons[\\/]/ }] }

interface BuildPluginOptions {
  /** Project folder. */
  root: string
  projectId: string
}

/** Vite plugins of `sanity build`: the Studio asks nothing of other hosts and shows the project's own page. */
export function studioBuildPlugins({ root, projectId }: BuildPluginOptions) {
  const ownOrigin = projectId === EMBEDDED_PROJECT ? OWN_ORIGIN_MENDS : []
  return [
    mendStudioCode([...EVERYWHERE_MENDS, ...WORD_MENDS, ...ownOrigin]),
    previewScript(root),
    ownStudioPage({ root, basePath: STUDIO_BASE_PATH }),
  ]
}
