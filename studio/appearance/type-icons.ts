import { BillIcon } from '@sanity/icons/Bill'
import { BookIcon } from '@sanity/icons/Book'
import { BulbOutlineIcon } from '@sanity/icons/BulbOutline'
import { CalendarIcon } from '@sanity/icons/Calendar'
import { CaseIcon } from '@sanity/icons/Case'
import { ChartUpwardIcon } from '@sanity/icons/ChartUpward'
import { CogIcon } from '@sanity/icons/Cog'
import { DocumentTextIcon } from '@sanity/icons/DocumentText'
import { DocumentsIcon } from '@sanity/icons/Documents'
import { EarthGlobeIcon } from '@sanity/icons/EarthGlobe'
import { HomeIcon } from '@sanity/icons/Home'
import { MarkerIcon } from '@sanity/icons/Marker'
import { MicrophoneIcon } from '@sanity/icons/Microphone'
import { StackIcon } from '@sanity/icons/Stack'
import { TransferIcon } from '@sanity/icons/Transfer'
import { TimelineIcon } from '@sanity/icons/Timeline'
import { UserIcon } from '@sanity/icons/User'
import type { ComponentType } from 'react'

/** The sign of each document type in lists; it always stands beside words. */
export const TYPE_ICONS: Readonly<Record<string, ComponentType>> = {
  region: EarthGlobeIcon,
  municipality: MarkerIcon,
  organization: HomeIcon,
  person: UserIcon,
  roadmap: TimelineIcon,
  coverage: MicrophoneIcon,
  practice: BulbOutlineIcon,
  material: DocumentsIcon,
  collection: StackIcon,
  legalAct: BillIcon,
  event: CalendarIcon,
  indicatorReport: ChartUpwardIcon,
  glossaryTerm: BookIcon,
  page: DocumentTextIcon,
  formerAddress: TransferIcon,
  siteSettings: CogIcon,
}

/** Sign of a document type; a briefcase for a type without one. */
export function iconOf(typeName: string): ComponentType {
  return TYPE_ICONS[typeName] ?? CaseIcon
}

/** The types with their signs, as the Studio's schema takes them. */
export function withIcons<Type extends { name: string; type: string }>(types: readonly Type[]): Type[] {
  return types.map((type) => (type.name in TYPE_ICONS ? { ...type, icon: TYPE_ICONS[type.name] } : type))
}
