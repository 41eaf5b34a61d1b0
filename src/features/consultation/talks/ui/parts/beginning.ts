import { useState } from 'react'
import { call, type Refused } from '#kit/call.ts'
import { browserIds } from '#kit/ids.ts'
import { useMessages } from '#kit/language.tsx'
import { showToast } from '#kit/toasts.ts'
import { beginTalk, beginUnnamed, type Entrance, type Talk } from '../../contract.ts'
import { talksMessages } from '../../messages.ts'
import { newCode } from './code.ts'
import { useTabDraft } from './tab-draft.ts'

type Typed = {
  about: Talk['about']
  naming: 'named' | 'unnamed'
  complaintNumber: string
  excluded: readonly string[]
  /** Of the named one; the same until it was taken. */
  id: string
  code: string
  isNoted: boolean
}

const fresh = (): Typed => ({
  about: 'harassment',
  naming: 'named',
  complaintNumber: '',
  excluded: [],
  id: browserIds.next(),
  code: newCode(),
  isNoted: false,
})

export type Beginning = ReturnType<typeof useBeginning>

/** Written in this tab, sent once: again after a lost line is the same id, or the same code. */
export function useBeginning(props: { entrance: Entrance; memberId: string; onSent: () => void }) {
  const { words } = useMessages(talksMessages)
  const [text, write] = useTabDraft(props.memberId)
  const [typed, setTyped] = useState(fresh)
  const [sending, setSending] = useState<Refused | 'busy' | null>(null)
  const isReady = text.trim() !== '' && (typed.naming === 'named' || typed.isNoted)
  async function send() {
    if (!isReady || sending === 'busy') return
    setSending('busy')
    const answered = await sent(props.entrance, typed, text)
    setSending(answered.ok ? null : answered.refusal)
    if (!answered.ok) return
    const thanks = typed.naming === 'named' ? words.sentNamed : words.sentUnnamed
    showToast({ text: thanks, tone: 'done' })
    write('')
    setTyped(fresh())
    props.onSent()
  }
  return {
    text,
    write,
    typed,
    change: (changes: Partial<Typed>) => setTyped((before) => ({ ...before, ...changes })),
    send: () => void send(),
    isReady,
    isSending: sending === 'busy',
    refusal: sending === 'busy' ? null : sending,
  }
}

function sent({ slug, doorToken }: Entrance, typed: Typed, words: string) {
  const { about, id, code, naming } = typed
  const excluded = [...typed.excluded]
  const body = { words, about, excluded, complaintNumber: typed.complaintNumber.trim() || null }
  return naming === 'named'
    ? call(beginTalk, { body: { ...body, id } })
    : call(beginUnnamed, { params: { slug }, body: { ...body, code, doorToken } })
}
