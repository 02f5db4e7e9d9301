import { UploadIcon } from '@sanity/icons/Upload'
import type { Tool } from 'sanity'
import { ImportRoadmap } from './import-roadmap.tsx'
import { catchSources } from './catch-sources.ts'

const NAME = 'import'

catchSources(NAME)

/** The tool that makes drafts of roadmap files. */
export const importTool: Tool = {
  name: NAME,
  title: 'Импорт дорожной карты',
  icon: UploadIcon,
  component: ImportRoadmap,
}
