import { PhoneForwarded } from 'lucide-react'
import { Suspense, type ReactNode } from 'react'
import { WriteCustomer } from '#features/complaints/customers/ui/WriteCustomer.tsx'
import { isOfRecord, WriteDown } from '#features/complaints/record/ui/WriteDown.tsx'
import { Remedies } from './Remedies.tsx'
import { Button } from '#kit/Button.tsx'
import { later } from '#kit/later.ts'

const WriteAgreement = later(() => import('#features/remedies/offers/ui/WriteAgreement.tsx'))
const PromiseForm = later(() =>
  import('#features/commitments/proposals/ui/PromiseForm.tsx').then((m) => ({
    default: m.PromiseForm,
  })),
)

export type WritingPlace = {
  readonly complaintId: string
  readonly said: readonly string[]
  readonly onEscalate: () => void
  /** Written down: on the phone the focus goes back to the note line. */
  readonly onDone?: () => void
}

/** The small form for what the guide asks to be written down, from the room that keeps it. */
export function writingFor(
  { complaintId, said, onEscalate, onDone }: WritingPlace,
  { into, label, isRequired }: { into: string; label: string; isRequired: boolean },
): ReactNode {
  const place = { complaintId, ...(onDone ? { onDone } : {}) }
  if (isOfRecord(into)) {
    return <WriteDown {...place} into={into} label={label} isRequired={isRequired} />
  }
  if (into === 'customer') return <WriteCustomer {...place} />
  if (into === 'agreement')
    return (
      <Suspense>
        <WriteAgreement {...place} />
      </Suspense>
    )
  if (into === 'commitment')
    return (
      <Suspense>
        <PromiseForm {...place} />
      </Suspense>
    )
  if (into === 'offer' || into === 'answer') {
    return <Remedies complaintId={complaintId} said={said} fill={fillOf(complaintId)} />
  }
  if (into === 'escalation') {
    return (
      <Button icon={<PhoneForwarded aria-hidden size={16} />} onPress={onEscalate}>
        {label}
      </Button>
    )
  }
  return null
}

/** For what the rules or the guide still need to know of the record. */
export function fillOf(complaintId: string) {
  return (into: string, label: string) => (
    <WriteDown key={into} complaintId={complaintId} into={into} label={label} autoFocus />
  )
}

const places: Readonly<Record<string, string>> = {
  concern: 'concern',
  what: 'fact:what',
  when: 'details:happenedOn',
  where: 'details:happenedWhere',
  product: 'details:product',
  purchasedOn: 'details:purchasedOn',
  price: 'details:price',
  order: 'details:orderNumber',
  expectedOutcome: 'details:expectedOutcome',
}

/** The form for something the guide counts as unknown. */
export function unknownField(complaintId: string, onDone?: () => void) {
  return function UnknownField(key: string, label: string, close: () => void): ReactNode {
    const into = places[key]
    const done = () => {
      close()
      onDone?.()
    }
    if (into === undefined) return <WriteCustomer complaintId={complaintId} onDone={done} />
    return (
      <WriteDown
        key={key}
        complaintId={complaintId}
        into={into}
        label={label}
        autoFocus
        onDone={done}
      />
    )
  }
}
