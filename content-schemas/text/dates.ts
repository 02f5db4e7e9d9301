export function formatDate(date: string): string {
  return date
}
export function formatDateRange({ start, end }: { start?: string | null; end?: string | null }): string {
  return [start, end].filter(Boolean).join(' — ')
}
