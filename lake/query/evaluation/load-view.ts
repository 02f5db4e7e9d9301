import type { PublicView } from '../../context.ts'
import { isRecord } from '../../documents/document.ts'
import type { ViewModule } from './task.ts'

/** @returns a view that shows everything when there is no module. @throws Error when the module has no such function */
export async function loadView(view: ViewModule | null): Promise<PublicView> {
  if (!view) return (document) => document
  const { url, name } = view
  const module: unknown = await import(url)
  const found = isRecord(module) ? module[name] : undefined
  if (!isView(found)) throw new Error(`${url} has no function "${name}"`)
  return found
}

function isView(value: unknown): value is PublicView {
  return typeof value === 'function'
}
