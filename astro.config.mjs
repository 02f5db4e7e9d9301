import { defineConfig } from 'astro/config'
import { bundleAdapter } from './site/adapter/bundle-adapter.ts'
import { subsetFonts } from './site/fonts/subset-fonts.ts'
import { templateTypography } from './site/typography/bind-template-words.ts'

const bundle = process.env.KOPILKA_BUNDLE === '1'
const origin = process.env.KOPILKA_ORIGIN ?? `http://localhost:${process.env.PORT ?? '4321'}`
const snapshot = process.env.KOPILKA_SNAPSHOT ?? `${process.env.KOPILKA_DATA ?? './.data'}/snapshot.ndjson`

/** What a plain static build reads; the bundle is told everything by its caller. */
const source = bundle ? null : { origin, snapshot, today: process.env.KOPILKA_TODAY ?? null }

const fonts = await subsetFonts('./.cache/fonts')

export default defineConfig({
  srcDir: './site',
  publicDir: './site/public',
  outDir: bundle ? './dist/site' : './dist/static',
  cacheDir: './.cache/astro',
  output: bundle ? 'server' : 'static',
  trailingSlash: 'always',
  compressHTML: true,
  devToolbar: { enabled: false },
  build: { format: 'directory', inlineStylesheets: 'always', assets: '_astro' },
  security: { checkOrigin: false },
  ...(bundle ? { adapter: bundleAdapter() } : {}),
  vite: {
    plugins: [templateTypography()],
    define: { __SNAPSHOT_SOURCE__: JSON.stringify(source) },
    build: { assetsInlineLimit: 0 },
    resolve: { alias: { '@fonts': fonts } },
  },
})
