import { Send } from 'lucide-react'
import { useState } from 'react'
import type { RemedyRule } from '#features/remedies/contract.ts'
import { discardDraft } from '#features/remedies/tables/contract.ts'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useNow } from '#kit/now.ts'
import { dayAndTime } from '#kit/time.ts'
import { showToast } from '#kit/toasts.ts'
import type { DraftSheet, Table } from './draft.ts'
import { PublishDialog } from './PublishDialog.tsx'
import { useSaid } from './said.ts'
import { Standing } from './Standing.tsx'

/** Which table is in force, how the draft stands, and the two ways to end it. */
export function DraftBar(props: {
  table: Table
  sheet: DraftSheet
  after: readonly RemedyRule[]
  isReady: boolean
}) {
  const { words, language } = useSaid()
  const now = useNow()
  const { table, sheet, isReady } = props
  const { kept, isDirty } = sheet
  const [isPublishing, setPublishing] = useState(false)
  const discarding = useCommand(discardDraft)
  const number = table.version?.number ?? 0
  const { at, byName } = kept
  const hasDraft = kept.revision > 0
  const saved =
    at === null ? words.noDraft : words.drafted({ at: dayAndTime(at, now, language), byName })

  async function discard() {
    const done = await discarding.send({ body: { revision: kept.revision } })
    if (!done.ok) return
    sheet.begin()
    showToast({ text: words.discarded })
  }
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-60 flex-1">
          <Standing version={table.version} />
          <p role="status" className="text-sm text-sub">
            {isDirty ? words.saving : saved}
          </p>
          {hasDraft && kept.fromNumber !== number ? (
            <p className="text-sm text-orange">{words.olderBase}</p>
          ) : null}
        </div>
        <Button
          isDisabled={!hasDraft || isDirty}
          isBusy={discarding.isSending}
          onPress={() => void discard()}
        >
          {words.discard}
        </Button>
        <Button
          kind="primary"
          icon={<Send aria-hidden size={16} />}
          isDisabled={!hasDraft || !isReady}
          onPress={() => setPublishing(true)}
        >
          {words.publish}
        </Button>
      </div>
      <Refusal refusal={sheet.refusal} again={() => void sheet.readAgain()} />
      <Refusal refusal={discarding.refusal} />
      {isPublishing ? (
        <PublishDialog
          next={number + 1}
          before={table.rules}
          after={props.after}
          keep={sheet.keep}
          onClose={() => setPublishing(false)}
        />
      ) : null}
    </div>
  )
}
