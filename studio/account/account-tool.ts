import { UserIcon } from '@sanity/icons/User'
import type { Tool } from 'sanity'
import { Account } from './account.tsx'

/** The tool that says who one is and leads to password, one-time codes and sessions; of the embedded lake. */
export const accountTool: Tool = {
  name: 'account',
  title: 'Учётная запись',
  icon: UserIcon,
  component: Account,
}
