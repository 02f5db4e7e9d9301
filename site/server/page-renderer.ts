import type { createApp } from 'astro/app/entrypoint'
import { FetchState } from 'astro/fetch'
import { renderToString } from 'astro/runtime/server/index.js'

/** Renders pages without a request and a response for each, which take as long as half of the pages themselves. */
export interface PageRenderer {
  /**
   * @returns the HTML; null when the path is none of a page of the site, or the page answers with something else:
   * then Astro has to be asked
   * @throws what the page throws
   */
  render(path: string, locals: App.Locals): Promise<string | null>
}

type Route = ReturnType<typeof createApp>['manifest']['routes'][number]['routeData']
type Component = Awaited<ReturnType<FetchState['loadComponentInstance']>>['default']

type PageResult = Awaited<ReturnType<FetchState['createResult']>>
type Params = Record<string, string | undefined>

/** What is the same for all pages of a route. */
interface RouteFrame {
  readonly component: Component
  /** As Astro prepares it for one page. */
  readonly result: PageResult
  /** What is taken from the result of a page while it is rendered. */
  readonly styles: readonly PageStyle[]
  readonly scripts: readonly PageStyle[]
}

type PageStyle = PageResult['styles'] extends Set<infer Element> ? Element : never

/** Paths that mean the same before and after decoding. */
const PLAIN_PATH = /^[\w./-]+$/

export function createPageRenderer(app: ReturnType<typeof createApp>): PageRenderer {
  const routes = app.manifest.routes.map(({ routeData }) => routeData)
  const frames = new Map<Route, RouteFrame>()

  async function openFrame(route: Route, path: string): Promise<RouteFrame> {
    const state = new FetchState(new Request(`http://site${path}`))
    const { default: component } = await state.loadComponentInstance()
    const result = await state.createResult({ default: component }, state.getActionAPIContext())
    const { containsHead = false } = result.componentMetadata.get(component.moduleId ?? '') ?? {}
    result._metadata.headInTree = containsHead
    const frame = { component, result, styles: [...result.styles], scripts: [...result.scripts] }
    frames.set(route, frame)
    return frame
  }

  return {
    async render(path, locals) {
      if (!PLAIN_PATH.test(path)) return null
      for (const route of routes) {
        const found = route.pattern.exec(path)
        if (found === null) continue
        if (route.type !== 'page' || route.route === '/404') return null
        const frame = frames.get(route) ?? (await openFrame(route, path))
        const result = resultOfPage(frame, path, readParams(route, found), locals)
        const html = await renderToString(result, frame.component, {}, {}, true, route)
        return typeof html === 'string' ? html : null
      }
      return null
    },
  }
}

function readParams(route: Route, found: RegExpExecArray): Params {
  const params: Params = {}
  for (const [place, name] of route.params.entries())
    params[name.startsWith('...') ? name.slice(3) : name] = found[place + 1] || undefined
  return params
}

/** Components have `Astro.props`, `params` and `locals`, and `<slot>`; of the request there is nothing. */
function resultOfPage(frame: RouteFrame, pathname: string, params: Params, locals: App.Locals): PageResult {
  const { result, styles, scripts } = frame
  const page = {
    ...result,
    params,
    pathname,
    styles: new Set(styles),
    scripts: new Set(scripts),
    links: new Set(result.links),
    _metadata: {
      ...result._metadata,
      rendererSpecificHydrationScripts: new Set<string>(),
      renderedScripts: new Set<string>(),
      hasDirectives: new Set<string>(),
      propagators: new Set<never>(),
      extraHead: [],
      pendingSlotEvaluations: [],
    },
  }
  return Object.assign(page, { createAstro: (props: unknown) => ({ locals, params, props, self: null }) })
}
