import { Wrench } from 'lucide-react'
import { Suspense, useState } from 'react'
import { measuresMessages } from '#features/complaints/measures/messages.ts'
import { Button } from '#kit/Button.tsx'
import { Dialog } from '#kit/Dialog.tsx'
import { useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'

const Measures = later(() => import('#features/complaints/measures/ui/Measures.tsx'))

/** From the letter to the record and back: a measure is written down beside what tells of it. */
export function ToMeasures({ complaintId }: { complaintId: string }) {
  const { words } = useMessages(measuresMessages)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        kind="quiet"
        size="small"
        icon={<Wrench aria-hidden size={14} />}
        onPress={() => setOpen(true)}
      >
        {words.enter}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={words.title}
        place="side"
        hidesTitle
        keepsOpen
        actions={<Button onPress={() => setOpen(false)}>{words.backToLetter}</Button>}
      >
        <div className="pt-5">
          <Suspense>
            <Measures complaintId={complaintId} />
          </Suspense>
        </div>
      </Dialog>
    </>
  )
}
