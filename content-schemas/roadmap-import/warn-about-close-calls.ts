import type { NeutralDocument, RowOrigin } from './neutral-document.ts'
import type { BuiltOutline } from './outline/build-outline.ts'
import { nameStage } from './outline/heading-marks.ts'

/** The same outline with a warning for every row whose deadline or people may be another row's, as its reader says. */
export function warnAboutCloseCalls(built: BuiltOutline, document: NeutralDocument): BuiltOutline {
  const unsure = new Set(
    document.blocks.flatMap((block) =>
      block.type === 'table'
        ? block.rows.flatMap((row) => (row.unsure && row.origin ? [nameOf(row.origin)] : []))
        : [],
    ),
  )
  if (unsure.size === 0) return built
  const { outline, origins } = built
  const told = new Set<string>()
  const found = outline.stages.flatMap((stage, at) =>
    stage.activities.flatMap((activity, index) => {
      const rows = origins.stages[at]?.activities[index] ?? []
      const names = rows.map(nameOf).filter((name) => unsure.has(name) && !told.has(name))
      for (const name of names) told.add(name)
      const row = activity.number === null ? `строка ${index + 1}` : `строка ${activity.number}`
      const name = nameStage(stage).replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase())
      const place = outline.stages.length > 1 ? `${name}, ${row}` : row
      return names.length === 0 ? [] : [{ warning: warningAt(place), rows }]
    }),
  )
  return {
    ...built,
    outline: { ...outline, warnings: [...outline.warnings, ...found.map(({ warning }) => warning)] },
    origins: { ...origins, warnings: [...origins.warnings, ...found.map(({ rows }) => rows)] },
  }
}

function warningAt(place: string): { code: 'rows-realigned'; message: string; place: string } {
  return {
    code: 'rows-realigned',
    message: `Срок или ответственный могли попасть сюда из соседней строки (${place}): сверьте с документом.`,
    place,
  }
}

function nameOf({ block, row }: RowOrigin): string {
  return `${block}:${row}`
}
