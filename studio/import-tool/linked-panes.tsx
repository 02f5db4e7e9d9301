import { Box, Button, Card, Flex, Grid, Heading, Stack } from '@sanity/ui'
import { type ReactNode, type RefObject, useCallback, useEffect, useMemo, useRef } from 'react'
import type { ReadingChoices, RoadmapReading } from '#content/roadmap-import/read-roadmap.ts'
import { type ChosenRole, originKey } from '#content/roadmap-import/table/table-choices.ts'
import { formatCount } from '#content/text/plurals.ts'
import { linkPanes, type Links, type Target } from './link-panes.ts'
import { RecognisedRows } from './recognised-rows.tsx'
import { SourceView } from './source-view.tsx'
import { TableSelect } from './table-select.tsx'

interface LinkedPanesProps {
  reading: RoadmapReading
  choices: ReadingChoices
  links: Links
  /** What is lit up from outside, by a warning. */
  target: Target | null
  onCorrect: (choices: ReadingChoices) => void
}

/** The document on the left, what was recognised in it on the right; pointing at one shows the other. */
export function LinkedPanes({ reading, choices, links, target, onCorrect }: LinkedPanesProps) {
  const root = useLinks(links, target)
  const current = useRef({ choices, links })
  current.current = { choices, links }
  const onRole = useCallback(
    (column: number, role: ChosenRole) => {
      const { choices: before } = current.current
      onCorrect({ ...before, roles: { ...before.roles, [column]: role } })
    },
    [onCorrect],
  )
  const onReadAs = useCallback(
    (item: string, as: 'section' | 'row' | 'skip') => {
      const { choices: before, links: known } = current.current
      const [first, ...rest] = known.get(item) ?? []
      if (first === undefined) return
      const rows = as === 'skip' ? [first, ...rest] : [first]
      onCorrect({
        ...before,
        rows: { ...before.rows, ...Object.fromEntries(rows.map((row) => [row, as])) },
      })
    },
    [onCorrect],
  )
  const headings = useMemo(() => {
    const sections = reading.table.items.flatMap((item) => (item.type === 'section' ? item.origins : []))
    const names = new Set(sections.map(originKey))
    return reading.origins.stages.map(({ heading }) => heading.some((row) => names.has(originKey(row))))
  }, [reading])
  const hasHeading = useCallback((stage: number) => headings[stage] === true, [headings])
  const corrected = Object.keys(choices.rows ?? {}).length
  return (
    <Grid gap={4} gridTemplateColumns={[1, 1, 1, 2]} ref={root}>
      <Pane name="Как в документе" side={<TableChoice {...{ reading, choices, onCorrect }} />}>
        <SourceView choices={choices} onRole={onRole} reading={reading} />
      </Pane>
      <Pane
        name="Как понято"
        side={
          corrected > 0 && (
            <Button
              fontSize={1}
              mode="bleed"
              onClick={() => onCorrect({ ...choices, rows: {} })}
              padding={2}
              text={`Вернуть ${formatCount(corrected, ['строку', 'строки', 'строк'])}`}
            />
          )
        }
      >
        <RecognisedRows
          hasHeading={hasHeading}
          onReadAs={onReadAs}
          readings={reading.readings}
          stages={reading.outline.stages}
        />
      </Pane>
    </Grid>
  )
}

function useLinks(links: Links, target: Target | null): RefObject<HTMLDivElement | null> {
  const root = useRef<HTMLDivElement>(null)
  const light = useRef<((target: Target) => void) | null>(null)
  useEffect(() => {
    if (root.current === null) return undefined
    const linked = linkPanes(root.current, links)
    light.current = linked.light
    return linked.end
  }, [links])
  useEffect(() => {
    if (target !== null) light.current?.(target)
  }, [target])
  return root
}

function Pane({ name, side, children }: { name: string; side: ReactNode; children: ReactNode }) {
  return (
    <Stack gap={2}>
      <Flex align="center" gap={3} style={{ minHeight: '2.2em' }}>
        <Box flex={1}>
          <Heading as="h2" size={1}>
            {name}
          </Heading>
        </Box>
        {side}
      </Flex>
      <Card aria-label={name} border className="import-pane" data-pane radius={2} role="region" tabIndex={0}>
        {children}
      </Card>
    </Stack>
  )
}

/** Where the document has several tables, which of them is the roadmap. */
function TableChoice({ reading, choices, onCorrect }: Omit<LinkedPanesProps, 'links' | 'target'>) {
  const tables = reading.document.blocks.flatMap((block, at) =>
    block.type === 'table' && block.rows.length > 1 ? [{ at, rows: block.rows }] : [],
  )
  const main =
    choices.block ??
    reading.table.header[0]?.block ??
    reading.table.items.find(({ origins }) => origins.length > 0)?.origins[0]?.block
  return (
    <TableSelect
      onChoose={(block) => {
        const { roles: _roles, rows: _rows, ...rest } = choices
        onCorrect({ ...rest, block })
      }}
      tables={tables}
      value={main}
    />
  )
}
