import { useState } from 'react'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { Dialog } from '#kit/Dialog.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { dayAndTime } from '#kit/time.ts'
import { listPoliceSheets, type KeptSheet } from '../../police/contract.ts'
import { policeMessages } from '../../police/messages.ts'
import { PolicePaper } from './PolicePaper.tsx'

/** Who saw the sheet when, and what it said then. */
export function KeptSheets({ visitId }: { visitId: string }) {
  const { words } = useMessages(policeMessages)
  const language = useLanguage()
  const now = useNow()
  const answer = useAnswer(listPoliceSheets, { params: { visitId } }, { live: true })
  const [shown, show] = useState<KeptSheet | null>(null)
  if (answer.state !== 'ready' || answer.value.kept.length === 0) return null
  const { kept } = answer.value
  return (
    <details data-print="off" className="text-sm">
      <summary className="tap min-h-8 cursor-pointer text-sub">
        {words.kept({ count: kept.length })}
      </summary>
      <p className="my-1 text-sub">{words.keptLead}</p>
      <ul className="flex flex-col">
        {kept.map((each) => {
          const about = { time: dayAndTime(each.at, now, language), name: each.byName }
          return (
            <li key={each.id} className="flex flex-wrap items-center gap-x-3">
              <span data-figures>{about.time}</span>
              <span>
                {each.byName} {each.number} {words.uses[each.how]}
              </span>
              <Button
                kind="quiet"
                size="small"
                label={words.showOf(about)}
                onPress={() => show(each)}
              >
                {words.show}
              </Button>
            </li>
          )
        })}
      </ul>
      {shown ? (
        <Dialog
          isOpen
          width="wide"
          title={words.showOf({ time: dayAndTime(shown.at, now, language), name: shown.byName })}
          onClose={() => show(null)}
          actions={<Button onPress={() => show(null)}>{words.close}</Button>}
        >
          {shown.sheet ? <PolicePaper sheet={shown.sheet} /> : <p>{words.erased}</p>}
        </Dialog>
      ) : null}
    </details>
  )
}
