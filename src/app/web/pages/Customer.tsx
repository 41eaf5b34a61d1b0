import { useNavigate, useParams } from '@tanstack/react-router'
import { Suspense } from 'react'
import { PromisesOwed } from '#features/commitments/proposals/ui/PromisesOwed.tsx'
import { profilesMessages } from '#features/complaints/profiles/messages.ts'
import { CustomerDesk } from '#features/complaints/profiles/ui/CustomerDesk.tsx'
import { later } from '#kit/later.ts'
import { useMessages } from '#kit/language.tsx'
import { showToast } from '#kit/toasts.ts'
import { usePageTitle } from '../shell/title.tsx'

const CustomerPlans = later(() => import('#features/harassment/plans/ui/CustomerPlans.tsx'))

/** Everything about one customer, with what is owed to them. */
export default function Customer() {
  const { customerId } = useParams({ from: '/staff/customers/$customerId' })
  const { words } = useMessages(profilesMessages)
  const navigate = useNavigate()
  usePageTitle(words.title)
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-6 p-4 sm:p-6">
      <CustomerDesk
        key={customerId}
        customerId={customerId}
        plans={(complaintId) => (
          <Suspense>
            <CustomerPlans customerId={customerId} complaintId={complaintId} />
          </Suspense>
        )}
        promises={(ids) => <PromisesOwed complaintIds={ids.slice(0, 50)} most={20} />}
        onShow={(id) => void navigate({ to: '/customers/$customerId', params: { customerId: id } })}
        onForward={(id) => {
          showToast({ text: words.forwarded, tone: 'plain' })
          void navigate({ to: '/customers/$customerId', params: { customerId: id }, replace: true })
        }}
      />
    </div>
  )
}
