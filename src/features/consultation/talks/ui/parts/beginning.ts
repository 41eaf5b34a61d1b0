import { useState } from 'react'
import { call, type Refused } from '#kit/call.ts'
import { browserIds } from '#kit/ids.ts'
import { useMessages } from '#kit/language.tsx'
import { showToast } from '#kit/toasts.ts'
import { byName, type Source } from '../../../files/ui/parts/source.ts'
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
  /** They go once the consultation is there. */
  files: readonly File[]
}

/** Files on their way to a consultation that was just begun. */
export type Outgoing = {
  readonly caseId: string
  readonly source: Source
  readonly files: readonly File[]
}

const fresh = (): Typed => ({
  about: 'harassment',
  naming: 'named',
  complaintNumber: '',
  excluded: [],
  id: browserIds.next(),
  code: newCode(),
  isNoted: false,
  files: [],
})

export type Beginning = ReturnType<typeof useBeginning>

type Props = { entrance: Entrance; memberId: string; onSent: () => void }

/** Written in this tab, sent once: again after a lost line is the same id, or the same code. */
export function useBeginning(props: Props) {
  const [text, write] = useTabDraft(props.memberId)
  const [typed, setTyped] = useState(fresh)
  const [outgoing, setOutgoing] = useState<readonly Outgoing[]>([])
  const { send, ...sending } = useSending(props, typed, (caseId) => {
    setOutgoing([...outgoing, ...leaving(props.entrance, typed, caseId)])
    write('')
    setTyped(fresh())
    props.onSent()
  })
  const isReady = text.trim() !== '' && (typed.naming === 'named' || typed.isNoted)
  return {
    ...sending,
    text,
    write,
    typed,
    outgoing,
    change: (changes: Partial<Typed>) => setTyped((before) => ({ ...before, ...changes })),
    send: () => void (isReady && send(text)),
    isReady,
  }
}

function useSending({ entrance }: Props, typed: Typed, onTaken: (caseId: string) => void) {
  const { words } = useMessages(talksMessages)
  const [state, setState] = useState<Refused | 'busy' | null>(null)
  async function send(text: string) {
    if (state === 'busy') return
    setState('busy')
    const answered = await sent(entrance, typed, text)
    setState(answered.ok ? null : answered.refusal)
    if (!answered.ok) return
    const thanks = typed.naming === 'named' ? words.sentNamed : words.sentUnnamed
    showToast({ text: thanks, tone: 'done' })
    onTaken(answered.value.caseId)
  }
  return { send, isSending: state === 'busy', refusal: state === 'busy' ? null : state }
}

function leaving({ slug }: Entrance, typed: Typed, caseId: string): Outgoing[] {
  const { files, naming, code } = typed
  if (files.length === 0) return []
  return [{ caseId, files, source: naming === 'named' ? byName : { by: 'code', slug, code } }]
}

function sent({ slug, doorToken }: Entrance, typed: Typed, words: string) {
  const { about, id, code, naming } = typed
  const excluded = [...typed.excluded]
  const body = { words, about, excluded, complaintNumber: typed.complaintNumber.trim() || null }
  return naming === 'named'
    ? call(beginTalk, { body: { ...body, id } })
    : call(beginUnnamed, { params: { slug }, body: { ...body, code, doorToken } })
}
