import { FORMS } from '../vocabulary/forms.ts'
import { listRoleModels } from '../vocabulary/role-models.ts'
import { findEntry } from '../vocabulary/vocabulary-table.ts'

/** True when the form of mentoring has this role model (or none is chosen), else what to do about it. */
export function checkRoleModel(roleModel: string | undefined, form: unknown): true | string {
  if (roleModel === undefined || typeof form !== 'string') return true
  const entry = findEntry(FORMS, form)
  if (entry === undefined) return true
  const models = listRoleModels(entry.key)
  if (models.some((model) => model.key === roleModel)) return true
  return models.length === 0
    ? `У формы «${entry.title}» нет ролевых моделей: очистите это поле.`
    : `Для формы «${entry.title}» выберите одну из моделей: ${models.map((model) => model.title).join('; ')}.`
}
