import { EMBEDDED_PROJECT } from '../config/embedded-project.ts'
import { EVERYWHERE_MENDS, OWN_ORIGIN_MENDS, WORD_MENDS } from './mended-code.ts'
import { mendStudioCode } from './mending-plugin.ts'
import { ownStudioPage } from './page-plugin.ts'
import { previewScript } from './preview-script-plugin.ts'

/** Path under which the Studio is served. */
export const STUDIO_BASE_PATH = '/studio'

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
