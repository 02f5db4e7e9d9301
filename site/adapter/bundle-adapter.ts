import type { AstroIntegration } from 'astro'

/**
 * Adapter that turns the site into a server bundle for the publisher: `server/entry.mjs` exports `createSite`,
 * and every route is rendered on demand, none while building.
 */
export function bundleAdapter(): AstroIntegration {
  return {
    name: 'kopilka-bundle',
    hooks: {
      'astro:route:setup': ({ route }) => {
        route.prerender = false
      },
      'astro:config:done': ({ setAdapter }) => {
        setAdapter({
          name: 'kopilka-bundle',
          entrypointResolution: 'auto',
          serverEntrypoint: new URL('../server/entry.ts', import.meta.url),
          supportedAstroFeatures: { staticOutput: 'stable', serverOutput: 'stable', hybridOutput: 'stable' },
        })
      },
    },
  }
}
