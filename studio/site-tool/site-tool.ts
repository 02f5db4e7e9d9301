import { EarthGlobeIcon } from '@sanity/icons/EarthGlobe'
import type { Tool } from 'sanity'
import { SiteOverview } from './site-overview.tsx'

/** The tool with the state of the public site and its releases, for administrators. */
export const siteTool: Tool = { name: 'site', title: 'Сайт', icon: EarthGlobeIcon, component: SiteOverview }
