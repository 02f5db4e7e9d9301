import { UploadIcon } from '@sanity/icons/Upload'
import type { Tool } from 'sanity'
import { ImportRoadmap } from './import-roadmap.tsx'
import { catchDrops } from './catch-drops.ts'

const NAME = 'import'

catchDrops(NAME)

/** The tool that makes drafts of roadmap files. */
export const importTool: Tool = {
  name: NAME,
  title: 'Импорт дорожной карты',
  icon: UploadIcon,
  component: ImportRoadmap,
}
