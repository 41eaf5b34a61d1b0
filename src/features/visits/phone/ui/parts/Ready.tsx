import { CircleCheck } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useMessages } from '#kit/language.tsx'
import { phoneMessages } from '../../messages.ts'

/** Says whether this phone would open the visit without a line, before anybody relies on it. */
export function Ready() {
  const { words } = useMessages(phoneMessages)
  const [isReady, setReady] = useState(false)
  useEffect(() => {
    if (isSecureContext && 'serviceWorker' in navigator)
      void navigator.serviceWorker.ready.then(() => setReady(true))
  }, [])
  if (!isSecureContext)
    return <p className="rounded-xl bg-red-bg px-4 py-3 text-red">{words.insecure}</p>
  return (
    <p className={`flex items-center gap-2 text-sm ${isReady ? 'text-green' : 'text-sub'}`}>
      {isReady ? <CircleCheck aria-hidden size={16} className="shrink-0" /> : null}
      {isReady ? words.ready : words.notReady}
    </p>
  )
}
