import { Grid, Select, Stack } from '@sanity/ui'
import type { FrontChoices } from '#content/roadmap-import/outline/build-outline.ts'
import type { RoadmapReading } from '#content/roadmap-import/read-roadmap.ts'
import { LEVELS } from '#content/vocabulary/levels.ts'
import { LabelledField } from './labelled-field.tsx'
import { readTypedDate, showDate } from './typed-date.ts'
import { TypedField } from './typed-field.tsx'

interface RoadmapDetailsProps {
  reading: RoadmapReading
  disabled: boolean
  onCorrect: (front: FrontChoices) => void
}

/** What the document says of the roadmap as a whole; each can be corrected. */
export function RoadmapDetails({ reading: { outline }, disabled, onCorrect }: RoadmapDetailsProps) {
  const { title, level, period } = outline
  const setPeriod = (edge: 'start' | 'end', words: string) => {
    const date = readTypedDate(words)
    if (date === null) return
    const given = { start: period?.start ?? date, end: period?.end ?? endOfSchoolYear(date) }
    onCorrect({ period: { ...given, [edge]: date } })
  }
  return (
    <Stack gap={4}>
      <TypedField
        disabled={disabled}
        id="import-title"
        name="Название"
        onChange={(words) => onCorrect({ title: words || null })}
        placeholder="В документе названия нет: напишите его"
        long
        value={title ?? ''}
      />
      <Grid gap={4} gridTemplateColumns={[1, 1, 3]}>
        <LabelledField id="import-level" name="Уровень">
          <Select
            disabled={disabled}
            fontSize={1}
            id="import-level"
            onChange={(event) => {
              const chosen = LEVELS.find(({ key }) => key === event.currentTarget.value)
              onCorrect({ level: chosen?.key ?? null })
            }}
            padding={3}
            value={level ?? ''}
          >
            <option value="">не указан</option>
            {LEVELS.map(({ key, title: name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </Select>
        </LabelledField>
        <TypedField
          disabled={disabled}
          id="import-start"
          name="Первый день"
          onChange={(words) => setPeriod('start', words)}
          placeholder="01.09.2026"
          value={showDate(period?.start)}
        />
        <TypedField
          disabled={disabled}
          id="import-end"
          name="Последний день"
          onChange={(words) => setPeriod('end', words)}
          placeholder="31.05.2027"
          value={showDate(period?.end)}
        />
      </Grid>
    </Stack>
  )
}

function endOfSchoolYear(start: string): string {
  const [year = '', month = ''] = start.split('-')
  return `${Number(year) + (Number(month) >= 6 ? 1 : 0)}-05-31`
}
