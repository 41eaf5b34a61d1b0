import { Printer } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { Choices } from '#kit/Choices.tsx'
import { call } from '#kit/call.ts'
import { browserIds } from '#kit/ids.ts'
import { useMessages } from '#kit/language.tsx'
import { keepPoliceSheet, readPoliceSheet, type PoliceNumber } from '../police/contract.ts'
import { policeMessages } from '../police/messages.ts'
import { KeptSheets } from './parts/KeptSheets.tsx'
import { PolicePaper } from './parts/PolicePaper.tsx'

/** Read aloud from the top, or printed on one A4 page. What it said when it was seen is kept. */
export default function PoliceSheet({ visitId }: { visitId: string }) {
  const { words } = useMessages(policeMessages)
  const [number, setNumber] = useState<PoliceNumber>('110')
  const sent = { params: { visitId }, query: { number } }
  const answer = useAnswer(readPoliceSheet, sent, { live: true })
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-4 p-4 sm:p-6 print:p-0">
      <div data-print="off" className="flex flex-wrap items-end justify-between gap-3">
        <Choices
          label={words.which}
          choices={[
            { id: '110', name: words.numbers['110'] },
            { id: '#9110', name: words.numbers['#9110'] },
          ]}
          value={number}
          onChange={setNumber}
        />
        <Button keys="p" icon={<Printer aria-hidden size={16} />} onPress={() => print()}>
          {words.print}
        </Button>
        <p className="w-full text-sm text-sub">{words.leads[number]}</p>
      </div>
      <Answering answer={answer}>
        {(sheet) => (
          <>
            <PolicePaper sheet={sheet} />
            <Keeping key={number} visitId={visitId} number={number} />
          </>
        )}
      </Answering>
      <KeptSheets visitId={visitId} />
    </div>
  )
}

/** Opened once, printed as often as it is, also by the browser's own menu. */
function Keeping({ visitId, number }: { visitId: string; number: PoliceNumber }) {
  const [openedId] = useState(() => browserIds.next())
  const keep = useCallback(
    (sheetId: string, how: 'opened' | 'printed') =>
      void call(keepPoliceSheet, { params: { visitId, sheetId }, body: { number, how } }),
    [visitId, number],
  )
  useEffect(() => keep(openedId, 'opened'), [keep, openedId])
  useEffect(() => {
    const printed = () => keep(browserIds.next(), 'printed')
    addEventListener('beforeprint', printed)
    return () => removeEventListener('beforeprint', printed)
  }, [keep])
  return null
}
