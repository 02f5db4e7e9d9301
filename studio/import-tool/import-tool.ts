import { UploadIcon } from '@sanity/icons/Upload'
import type { Tool } from 'sanity'
import { ImportRoadmap } from './import-roadmap.tsx'

/** The tool that makes drafts of roadmap files. */
export const importTool: Tool = {
  name: 'import',
  title: 'Загрузить карту',
  icon: UploadIcon,
  component: ImportRoadmap,
}
