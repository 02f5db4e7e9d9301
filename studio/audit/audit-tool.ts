import { ActivityIcon } from '@sanity/icons/Activity'
import type { Tool } from 'sanity'
import { AuditLog } from './audit-log.tsx'

/** The tool with the audit log, for administrators of the embedded lake. */
export const auditTool: Tool = { name: 'audit', title: 'Журнал', icon: ActivityIcon, component: AuditLog }
