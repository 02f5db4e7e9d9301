import { visionTool } from '@sanity/vision'
import { defineConfig } from 'sanity'
import { presentationTool } from 'sanity/presentation'
import { structureTool } from 'sanity/structure'
import { SITE_SETTINGS_ID } from '#content/documents/site-settings.ts'
import { schemaTypes } from '#content/schema-types.ts'
import { accountTool } from '../account/account-tool.ts'
import { AnnouncePublishing } from '../actions/announce-publishing.tsx'
import { resolveDocumentActions } from '../actions/document-actions.ts'
import { siteBadge } from '../actions/site-badge.ts'
import { KopilkaIcon } from '../appearance/logo.tsx'
import { studioTheme } from '../appearance/theme.ts'
import { withIcons } from '../appearance/type-icons.ts'
import { auditTool } from '../audit/audit-tool.ts'
import { importTool } from '../import-tool/import-tool.ts'
import { withInputs } from '../inputs/with-inputs.ts'
import { withRussianDates } from '../inputs/with-russian-dates.ts'
import { russianLocale } from '../locale/russian-locale.ts'
import { documentLocations, PREVIEW_PATH } from '../presentation/document-locations.ts'
import { mainDocuments } from '../presentation/main-documents.ts'
import { withSiteStatus } from '../site-status/with-site-status.ts'
import { siteTool } from '../site-tool/site-tool.ts'
import { defineStructure } from '../structure/structure.ts'
import { withDefaultOwner } from '../templates/default-owner.ts'
import { ownedDocumentTemplates } from '../templates/owned-documents.ts'
import { API_VERSION } from './api-version.ts'
import { EMBEDDED_PROJECT } from './embedded-project.ts'
import { lakeAccess } from './lake-access.ts'

interface StudioOptions {
  /** `local` for the embedded lake, otherwise a project of Sanity's hosted one. */
  projectId: string
  dataset: string
  /** Origin that serves the Studio, the site and the embedded lake. */
  origin: string
}

const ADMINISTRATOR = 'administrator'
const FOR_ADMINISTRATORS: ReadonlySet<string> = new Set(['vision', 'audit', 'site'])

/** The Studio for the project's content, in Russian, with everything switched off that the lake does not serve. */
export function defineStudio({ projectId, dataset, origin }: StudioOptions) {
  const types = withIcons(withInputs(withRussianDates(schemaTypes)))
  return defineConfig({
    name: 'default',
    title: 'Копилка',
    icon: KopilkaIcon,
    theme: studioTheme,
    projectId,
    dataset,
    ...lakeAccess(projectId, origin),
    i18n: { locales: () => [russianLocale] },
    schema: {
      types: projectId === EMBEDDED_PROJECT ? withSiteStatus(types) : types,
      templates: (templates) => {
        const plain = templates.filter(({ schemaType }) => schemaType !== SITE_SETTINGS_ID)
        const begun = projectId === EMBEDDED_PROJECT ? withDefaultOwner(plain) : plain
        return [...begun, ...ownedDocumentTemplates()]
      },
    },
    plugins: [
      structureTool({
        title: 'Содержание',
        structure: defineStructure(() => new Date().toISOString().slice(0, 10)),
      }),
      presentationTool({
        title: 'Просмотр',
        previewUrl: { initial: `${origin}${PREVIEW_PATH}/` },
        resolve: { mainDocuments: mainDocuments(), locations: documentLocations() },
      }),
      visionTool({ title: 'Запросы', defaultApiVersion: API_VERSION, defaultDataset: dataset }),
    ],
    tools: (tools, { currentUser }) =>
      [
        ...tools,
        importTool,
        ...(projectId === EMBEDDED_PROJECT ? [siteTool, auditTool, accountTool] : []),
      ].filter(
        ({ name }) =>
          !FOR_ADMINISTRATORS.has(name) || currentUser?.roles.some((role) => role.name === ADMINISTRATOR),
      ),
    document: {
      actions: resolveDocumentActions,
      badges: (badges, { schemaType }) => (schemaType === 'person' ? badges : [...badges, siteBadge]),
      components: { unstable_layout: AnnouncePublishing },
      comments: { enabled: false },
      askToEdit: { enabled: false },
    },
    releases: { enabled: false },
    scheduledDrafts: { enabled: false },
    scheduledPublishing: { enabled: false },
    tasks: { enabled: false },
    mediaLibrary: { enabled: false },
    announcements: { enabled: false },
    apps: { canvas: { enabled: false } },
    beta: { create: { startInCreateEnabled: false } },
    search: { strategy: 'groqLegacy' },
  })
}
