/** True when a document belongs to one organisation or one region, else what to do about it, in Russian. */
export function checkSingleOwner(document: object | undefined): true | string {
  const { organization, region }: Record<string, unknown> = { ...document }
  const owners = [organization, region].filter((owner) => owner !== undefined && owner !== null)
  if (owners.length === 1) return true
  return owners.length === 0
    ? 'Выберите, чей это документ: организации или региона.'
    : 'Оставьте что-то одно: организацию или регион.'
}
