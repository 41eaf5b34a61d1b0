import { CalendarClock, CalendarX2, Check, MessageSquareHeart, UserRoundPen } from 'lucide-react'
import { Suspense, useRef, useState } from 'react'
import type { Commitment } from '#features/commitments/contract.ts'
import { commitmentsMessages } from '#features/commitments/messages.ts'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { useShortcut } from '#kit/shortcuts.ts'
import type { NewDate } from './ApologyDialog.tsx'

const KeepDialog = later(() => import('./KeepDialog.tsx').then((m) => ({ default: m.KeepDialog })))
const Renegotiate = later(() => import('./Renegotiate.tsx'))
const HandOverDialog = later(() =>
  import('./HandOverDialog.tsx').then((m) => ({ default: m.HandOverDialog })),
)

const WithdrawDialog = later(() =>
  import('./WithdrawDialog.tsx').then((m) => ({ default: m.WithdrawDialog })),
)
const ApologyDialog = later(() => import('./ApologyDialog.tsx'))

type Open = 'keep' | 'renegotiate' | 'hand-over' | 'withdraw' | 'apologise' | null

/** Keep, renegotiate, hand over, withdraw, apologise. On the active row E, R, H, W and A do the same. */
export function PromiseActions(props: { commitment: Commitment; isActive: boolean }) {
  const { words } = useMessages(commitmentsMessages)
  const [open, setOpen] = useState<Open>(null)
  const place = useRef<HTMLDivElement>(null)
  const [proposed, propose] = useState<NewDate | null>(null)
  const { commitment, isActive } = props
  const { state } = commitment
  const [isOpen, isBroken] = [state === 'open', state === 'broken']
  useKeys(state, isActive && open === null, setOpen)
  if (!isOpen && !isBroken) return null
  const keep = commitment.progress ? words.told : words.keep
  const named = (action: string) => `${action}：${commitment.words}`
  const close = () => {
    setOpen(null)
    propose(null)
  }
  const closeForm = () => {
    close()
    place.current?.querySelector('button')?.focus()
  }
  return (
    <>
      <div
        ref={place}
        className="flex items-center gap-1 @max-xl:col-span-2 @max-xl:mt-2 @max-xl:flex-row-reverse @max-xl:justify-end"
      >
        <Button
          kind="quiet"
          size="small"
          icon={<CalendarClock aria-hidden size={17} />}
          label={named(words.renegotiate)}
          onPress={() => setOpen(open === 'renegotiate' ? null : 'renegotiate')}
        />
        <Button
          kind="quiet"
          size="small"
          icon={<UserRoundPen aria-hidden size={17} />}
          label={named(words.handOver)}
          onPress={() => setOpen('hand-over')}
        />
        {isBroken ? (
          <Button
            size="small"
            icon={<MessageSquareHeart aria-hidden size={17} />}
            label={named(words.apologise)}
            onPress={() => setOpen('apologise')}
          >
            {words.apologise}
          </Button>
        ) : (
          <Button
            kind="quiet"
            size="small"
            icon={<CalendarX2 aria-hidden size={17} />}
            label={named(words.withdraw)}
            onPress={() => setOpen('withdraw')}
          />
        )}
        <Button
          kind="done"
          size="small"
          icon={<Check aria-hidden size={15} />}
          label={named(keep)}
          onPress={() => setOpen('keep')}
        >
          {keep}
        </Button>
      </div>
      <Suspense>
        {open === 'keep' ? <KeepDialog commitment={commitment} onClose={close} /> : null}
        {open === 'renegotiate' ? (
          <Renegotiate
            key={proposed?.on}
            commitment={commitment}
            proposed={proposed}
            onClose={closeForm}
          />
        ) : null}
        {open === 'withdraw' ? <WithdrawDialog commitment={commitment} onClose={close} /> : null}
        {open === 'apologise' ? (
          <ApologyDialog
            commitment={commitment}
            onClose={close}
            onRenegotiate={(due) => {
              propose(due)
              setOpen('renegotiate')
            }}
          />
        ) : null}
        {open === 'hand-over' ? <HandOverDialog commitment={commitment} onClose={close} /> : null}
      </Suspense>
    </>
  )
}

/** E, R, H; W as long as it is open, A once it is broken. */
function useKeys(state: Commitment['state'], isOn: boolean, setOpen: (open: Open) => void) {
  const { words } = useMessages(commitmentsMessages)
  const key = (keys: string, label: string, open: Open, isOff: boolean) => ({
    keys,
    label,
    group: words.keys,
    isOff: !isOn || isOff,
    run: () => setOpen(open),
  })
  const isOver = state === 'kept' || state === 'withdrawn'
  useShortcut(key('e', words.keep, 'keep', isOver))
  useShortcut(key('r', words.renegotiate, 'renegotiate', isOver))
  useShortcut(key('h', words.handOver, 'hand-over', isOver))
  useShortcut(key('w', words.withdraw, 'withdraw', state !== 'open'))
  useShortcut(key('a', words.apologise, 'apologise', state !== 'broken'))
}
