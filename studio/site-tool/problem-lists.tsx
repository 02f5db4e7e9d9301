import { Card, Stack, Text } from '@sanity/ui'
import type { ReactNode } from 'react'
import { IntentLink } from 'sanity/router'
import type { Overview } from './overview-answer.ts'
import { momentWords } from './overview-words.ts'

/** Pages that show something older because they cannot be rendered: which, since when and why. */
export function FailureList({ failures, failureCount }: Pick<Overview, 'failures' | 'failureCount'>) {
  return (
    <ProblemList shown={failures.length} total={failureCount}>
      {failures.map(({ path, problem, since }) => (
        <ProblemRow key={path} notes={[`С ${momentWords(since)}`, problem.split('\n')[0] ?? '']}>
          <a href={path} rel="noopener" target="_blank">
            {path}
          </a>
        </ProblemRow>
      ))}
    </ProblemList>
  )
}

/** Published documents that the site leaves out, and what is wrong with them. */
export function RejectedList({ rejected, rejectedCount }: Pick<Overview, 'rejected' | 'rejectedCount'>) {
  return (
    <ProblemList shown={rejected.length} total={rejectedCount}>
      {rejected.map(({ id, type, problems }) => (
        <ProblemRow key={id} notes={problems}>
          <IntentLink intent="edit" params={{ id, type }}>
            {id}
          </IntentLink>
        </ProblemRow>
      ))}
    </ProblemList>
  )
}

function ProblemList({ shown, total, children }: { shown: number; total: number; children: ReactNode }) {
  return (
    <Stack gap={3}>
      <Card as="ul" border padding={0} radius={2} style={{ listStyle: 'none', margin: 0 }}>
        {children}
      </Card>
      {total > shown && (
        <Text muted size={1}>
          Показаны первые {shown} из {total}.
        </Text>
      )}
    </Stack>
  )
}

function ProblemRow({ notes, children }: { notes: readonly string[]; children: ReactNode }) {
  return (
    <Card as="li" borderBottom padding={3}>
      <Stack gap={3} style={{ overflowWrap: 'anywhere' }}>
        <Text size={1} weight="medium">
          {children}
        </Text>
        {notes.map((note) => (
          <Text key={note} muted size={1}>
            {note}
          </Text>
        ))}
      </Stack>
    </Card>
  )
}
