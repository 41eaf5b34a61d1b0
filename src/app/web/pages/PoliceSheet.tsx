import { useParams, useSearch } from '@tanstack/react-router'
import { Printer } from 'lucide-react'
import { policeMessages } from '#features/harassment/police/messages.ts'
import Sheet from '#features/harassment/ui/PoliceSheet.tsx'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { TopActions, usePageTitle } from '../shell/title.tsx'

/** What to tell the police, on the screen and on one A4. */
export default function PoliceSheet() {
  const { complaintId } = useParams({ from: '/staff/police-sheet/$complaintId' })
  const { kind, callId, isAdvice } = useSearch({ from: '/staff/police-sheet/$complaintId' })
  const { words } = useMessages(policeMessages)
  const number = isAdvice ? '#9110' : '110'
  usePageTitle(words.title[number])
  return (
    <div className="px-4 py-4 sm:px-6 print:p-0">
      <TopActions>
        <Button
          kind="quiet"
          keys="p"
          icon={<Printer aria-hidden size={16} />}
          onPress={() => print()}
        >
          {words.print}
        </Button>
      </TopActions>
      <Sheet
        complaintId={complaintId}
        kind={kind ?? 'call'}
        number={number}
        {...(callId === undefined ? {} : { callId })}
      />
    </div>
  )
}
