import { Button, Stack, Text } from '@sanity/ui'
import { useToast } from '@sanity/ui/toast'
import { useState } from 'react'
import type { SanityClient } from 'sanity'
import { useRouter } from 'sanity/router'
import type { DraftPlan } from '#content/roadmap-import/documents/plan-drafts.ts'
import type { StoredDocument } from '#content/roadmap-import/documents/stored-document.ts'
import { currentImport } from './current-import.ts'
import { recallImport, rememberImport } from './last-import.ts'
import { type ImportRecord, saveImport } from './save-import.ts'
import { undoImport } from './undo-import.ts'

/** How long the notice with the button that takes an import back stays. */
const NOTICE_MS = 30_000

/** Writing an import and taking it back, with notices of what came of it. */
export function useImportSaving(client: SanityClient) {
  const toast = useToast()
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [last, setLast] = useState(recallImport)

  const undo = async (record: ImportRecord) => {
    setBusy(true)
    try {
      const { roadmap, stays } = await undoImport(client, record)
      toast.push({
        id: record.transaction,
        status: roadmap && stays.length === 0 ? 'success' : 'warning',
        title: roadmap ? 'Загрузка отменена' : 'Отменить загрузку нельзя',
        description: [
          ...(roadmap && record.before !== null ? ['Черновик карты снова прежний.'] : []),
          ...(stays.length > 0 ? ['Осталось как есть:', ...stays] : []),
        ].join(' '),
      })
      if (roadmap) {
        rememberImport(null)
        setLast(null)
        router.navigateUrl({ path: router.resolvePathFromState({ tool: 'import' }) })
      }
    } catch (error) {
      toast.push({ status: 'error', title: 'Отменить загрузку не удалось', description: sentenceOf(error) })
    } finally {
      setBusy(false)
    }
  }

  const save = async (plan: DraftPlan, known: readonly StoredDocument[]) => {
    setBusy(true)
    try {
      const record = await saveImport(client, plan, known)
      rememberImport(record)
      setLast(record)
      currentImport.leave()
      toast.push({
        id: record.transaction,
        status: 'success',
        closable: true,
        duration: NOTICE_MS,
        title: plan.updated ? 'Черновик карты обновлён' : 'Черновик карты создан',
        description: (
          <Stack gap={3} paddingTop={2}>
            {record.created.length > 0 && (
              <Text size={1}>Новые записи: {record.created.map(({ name }) => name).join('; ')}</Text>
            )}
            <Button fontSize={1} mode="ghost" onClick={() => void undo(record)} text="Отменить загрузку" />
          </Stack>
        ),
      })
      router.navigateIntent('edit', { id: record.roadmap, type: 'roadmap' })
    } catch (error) {
      toast.push({ status: 'error', title: 'Черновик создать не удалось', description: sentenceOf(error) })
    } finally {
      setBusy(false)
    }
  }

  const open = (record: ImportRecord) =>
    router.navigateIntent('edit', { id: record.roadmap, type: 'roadmap' })
  return { busy, last, save, undo, open }
}

function sentenceOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const isConflict =
    typeof error === 'object' && error !== null && 'statusCode' in error && error.statusCode === 409
  return isConflict
    ? 'Карту только что изменил кто-то ещё. Ничего не записано: загрузите файл ещё раз и сравните снова.'
    : `Ничего не записано: ${message}`
}
