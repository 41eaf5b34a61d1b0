import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { answerKey, keepUp, useAnswer } from '#kit/answers.ts'
import { call, type Answered, type Refused } from '#kit/call.ts'
import { useDraft, useTextDraft, type Draft } from '#kit/draft.ts'
import { followStream, type StreamState } from '#kit/event-stream.ts'
import { browserToken } from '#kit/ids.ts'
import { isForLater, useRetries } from '#kit/retries.ts'
import {
  openChat,
  readConversation,
  sayInChat,
  tokenHeader,
  windowEventsPath,
  type ChatConversation,
} from '#features/chat/window/contract.ts'
import {
  addWords,
  keptDays,
  nothingKept,
  understandKept,
  unsentText,
  withoutWords,
  type Kept,
} from './kept.ts'

type First = Omit<NonNullable<Kept['opening']>, 'token'>

/** One browser's conversation: what it has written waits here until the server has it, and is then read from there. */
export function useChat(slug: string) {
  const kept = useKeptChat(slug)
  const text = useTextDraft(`chat-text/${slug}`)
  const { token, isOpened } = kept.value
  const asked = { params: { slug }, body: { token } }
  const conversation = useAnswer(readConversation, asked, { isOff: !isOpened })
  const client = useQueryClient()
  const line = useLine(slug, isOpened ? token : '')
  const show = (value: ChatConversation) =>
    client.setQueryData(answerKey(readConversation, asked), value)
  const delivery = useDelivery(slug, kept, {
    arrived: show,
    // What cannot be sent as it is goes back to where it can be written again.
    returned: (words) => text.change([words, text.value].filter(Boolean).join('\n')),
  })
  const words = useWords(kept, text, delivery)
  return { kept: kept.value, token, text, conversation, line, show, delivery, ...words }
}

/** What the customer does with words: first ones, further ones, or a fresh start. */
function useWords(
  kept: ReturnType<typeof useKeptChat>,
  text: Draft<string>,
  delivery: ReturnType<typeof useDelivery>,
) {
  return {
    begin(first: First) {
      const token = browserToken()
      kept.change(() => ({ ...nothingKept, token, opening: { ...first, token } }))
      text.clear()
      void delivery.now()
    },
    say(words: string) {
      kept.change((before) => addWords(before, words))
      text.clear()
      void delivery.now()
    },
    /** The conversation is left behind; what was not sent is written on in a new one. */
    startAnew() {
      const unsent = unsentText(kept.now())
      if (unsent) text.change(unsent)
      kept.change(() => nothingKept)
      delivery.forget()
    },
  }
}

/** Changes one after the other, also while something is being sent. */
function useKeptChat(slug: string) {
  const draft = useDraft<Kept>(`chat/${slug}`, nothingKept, understandKept, keptDays)
  const latest = useRef(draft.value)
  const change = (update: (before: Kept) => Kept) => {
    latest.current = update(latest.current)
    draft.change(latest.current)
  }
  return { value: draft.value, now: () => latest.current, change }
}

type Told = { arrived: (value: ChatConversation) => void; returned: (words: string) => void }

/** Sends what waits, oldest first, any number of times: each bears its own id and is written down once. */
function useDelivery(slug: string, kept: ReturnType<typeof useKeptChat>, told: Told) {
  const [isSending, setSending] = useState(false)
  const [refusal, setRefusal] = useState<Refused | null>(null)
  const [attempt, setAttempt] = useState(0)
  const isUnderWay = useRef(false)

  async function deliver() {
    for (let next = nextOf(slug, kept.now()); next; next = nextOf(slug, kept.now())) {
      const answered = await next.send()
      if (!answered.ok && isForLater(answered.refusal)) {
        setRefusal(answered.refusal.kind === 'too-many' ? answered.refusal : null)
        return setAttempt((before) => before + 1)
      }
      kept.change(answered.ok ? next.done : next.failed)
      setRefusal(answered.ok ? null : answered.refusal)
      setAttempt(0)
      if (!answered.ok) return told.returned(next.words)
      told.arrived(answered.value)
    }
  }
  async function now() {
    if (isUnderWay.current) return
    isUnderWay.current = true
    setSending(true)
    await deliver()
    isUnderWay.current = false
    setSending(false)
  }
  useRetries(nextOf(slug, kept.value) !== null, attempt, () => void now())
  return { now, isSending, refusal, hasFailed: attempt > 0, forget: () => setRefusal(null) }
}

type Next = {
  readonly words: string
  readonly send: () => Promise<Answered<ChatConversation>>
  readonly done: (before: Kept) => Kept
  readonly failed: (before: Kept) => Kept
}

function nextOf(slug: string, { opening, outbox, token }: Kept): Next | null {
  const params = { slug }
  if (opening) {
    const without = (before: Kept) => ({ ...before, opening: null })
    return {
      words: opening.words,
      send: () => call(openChat, { params, body: opening }),
      done: (before) => ({ ...without(before), isOpened: true }),
      failed: without,
    }
  }
  const [first] = outbox
  if (!first) return null
  const without = (before: Kept) => withoutWords(before, first.id)
  const send = () => call(sayInChat, { params, body: { token, ...first } })
  return { words: first.text, send, done: without, failed: without }
}

/** Hears that something moved, and reads it again. */
function useLine(slug: string, token: string): StreamState {
  const client = useQueryClient()
  const [state, setState] = useState<StreamState>('connecting')
  const again = useEffectEvent(() => void keepUp(client, readConversation.path, { slug }))
  useEffect(() => {
    if (token === '') return
    const event = ({ event }: { event: string }) => {
      if (event === 'moved' || event === 'ready') again()
    }
    const headers = { [tokenHeader]: token }
    return followStream(windowEventsPath(slug), { event, state: setState }, headers)
  }, [slug, token])
  return state
}
