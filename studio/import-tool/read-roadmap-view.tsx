import { CheckmarkIcon } from '@sanity/icons/Checkmark'
import { Box, Button, Card, Flex, Stack, Text } from '@sanity/ui'
import { useCallback, useMemo, useState } from 'react'
import type { SanityClient } from 'sanity'
import type { DraftPlan } from '#content/roadmap-import/documents/plan-drafts.ts'
import type { StoredDocument } from '#content/roadmap-import/documents/stored-document.ts'
import type { Choices } from '#content/roadmap-import/merging/difference.ts'
import type { FrontChoices } from '#content/roadmap-import/outline/build-outline.ts'
import type { ReadingChoices } from '#content/roadmap-import/read-roadmap.ts'
import { formatCount } from '#content/text/plurals.ts'
import { currentImport } from './current-import.ts'
import { DifferenceList } from './difference-list.tsx'
import type { ReadPhase } from './import-session.ts'
import type { KnownOwnersList } from './known-owners.ts'
import type { Target } from './link-panes.ts'
import { LinkedPanes } from './linked-panes.tsx'
import { guessOwner, resolveOwners } from './owner-choice.ts'
import { OwnerField } from './owner-field.tsx'
import { planImport } from './prepare-drafts.ts'
import { RoadmapCard } from './roadmap-card.tsx'
import { RoadmapDetails } from './roadmap-details.tsx'
import { linksOf, targetOfWarning } from './row-names.ts'
import { usePreparedDrafts } from './use-prepared-drafts.ts'
import { WarningWalk } from './warning-walk.tsx'

interface ReadRoadmapViewProps {
  client: SanityClient
  phase: ReadPhase
  owners: KnownOwnersList
  mayWrite: boolean
  busy: boolean
  onSave: (plan: DraftPlan, known: readonly StoredDocument[]) => void
}

/** A document that was read: what it says as a whole, its warnings, its rows, what will change, and the draft. */
export function ReadRoadmapView({ client, phase, owners, mayWrite, busy, onSave }: ReadRoadmapViewProps) {
  const { reading, choices } = phase
  const { outline, front } = reading
  const [owner, setOwner] = useState(() => guessOwner(outline, front.region, owners))
  const [sides, setSides] = useState<Choices>({})
  const [walk, setWalk] = useState<{ at: number; seen: ReadonlySet<number> }>({ at: -1, seen: new Set() })
  const [target, setTarget] = useState<Target | null>(null)

  const links = useMemo(() => linksOf(reading), [reading])
  const known = resolveOwners(owner, outline, front.region, owners)
  const fallbackName = phase.name?.replace(/\.[^.]+$/, '') ?? 'vstavlennaya-tablica'
  const prepared = usePreparedDrafts(client, reading, { fallbackName, known })
  const plan = useMemo(() => prepared && planImport(prepared, sides), [prepared, sides])

  const ownerName = [
    outline.organization,
    outline.organization !== null && owner === 'new' && outline.level !== 'regional' && 'новая организация',
  ]
    .filter(Boolean)
    .join(', ')
  const correct = useCallback((next: ReadingChoices) => void currentImport.correct(next), [])
  const correctFront = (change: FrontChoices) =>
    correct({ ...choices, front: { ...choices.front, ...change } })
  const go = (at: number) => {
    setWalk((before) => ({ ...before, at }))
    setTarget(targetOfWarning(reading, at, links))
  }
  const see = (at: number) => {
    const seen = new Set(walk.seen)
    if (seen.delete(at)) setWalk({ at, seen })
    else {
      seen.add(at)
      const next = outline.warnings.findIndex((_, index) => index > at && !seen.has(index))
      setWalk({ at, seen })
      if (next >= 0) {
        setWalk({ at: next, seen })
        setTarget(targetOfWarning(reading, next, links))
      }
    }
  }
  return (
    <Stack gap={4}>
      <RoadmapCard owner={ownerName} reading={reading}>
        <Stack gap={5}>
          <RoadmapDetails disabled={busy} onCorrect={correctFront} reading={reading} />
          <OwnerField
            choice={owner}
            disabled={busy}
            onChoose={setOwner}
            onCorrect={correctFront}
            owners={owners}
            reading={reading}
          />
        </Stack>
      </RoadmapCard>
      {phase.refused !== null && (
        <Card border padding={3} radius={2} role="alert" tone="critical">
          <Text size={1}>Так прочитать нельзя, оставили как было. {phase.refused}</Text>
        </Card>
      )}
      <WarningWalk at={walk.at} onGo={go} onSeen={see} seen={walk.seen} warnings={outline.warnings} />
      <LinkedPanes choices={choices} links={links} onCorrect={correct} reading={reading} target={target} />
      {plan?.updated && (
        <DifferenceList
          differences={plan.differences}
          disabled={busy}
          onChoose={(id, side) => setSides((before) => ({ ...before, [id]: side }))}
        />
      )}
      <Card borderTop className="import-bar" paddingY={3}>
        <Flex align="center" gap={4} wrap="wrap">
          <Button
            disabled={!mayWrite || busy || plan === null}
            icon={CheckmarkIcon}
            onClick={() => {
              if (plan && prepared) onSave(plan, prepared.known)
            }}
            text={plan?.updated ? 'Обновить черновик' : 'Сделать черновик'}
            tone="primary"
          />
          <Box flex={1} style={{ minWidth: '14em' }}>
            <Text muted size={1}>
              {mayWrite ? describePlan(plan) : 'Вам нельзя создавать документы: попросите редактора.'}
            </Text>
          </Box>
        </Flex>
      </Card>
    </Stack>
  )
}

/** What accepting will write, in a sentence. */
function describePlan(plan: DraftPlan | null): string {
  if (plan === null) return 'Сверяем с тем, что уже есть…'
  const people = plan.create.filter(({ _type }) => _type === 'person').length
  const others = plan.create
    .filter(({ _type }) => _type !== 'person')
    .map(({ _type, name }) => `${_type === 'region' ? 'регион' : 'организация'} ${String(name)}`)
  const created = [...others, ...(people > 0 ? [`люди без согласий: ${people}`] : [])]
  return [
    plan.updated ? `Такая карта уже есть: ${countDifferences(plan)}.` : '',
    created.length === 0 ? 'Сохранится только черновик карты.' : `Появится и новое: ${created.join(', ')}.`,
    'На сайте ничего не изменится.',
  ]
    .filter(Boolean)
    .join(' ')
}

function countDifferences({ differences }: DraftPlan): string {
  return differences.length === 0
    ? 'отличий нет'
    : `${formatCount(differences.length, ['отличие', 'отличия', 'отличий'])}, смотрите под таблицами`
}
