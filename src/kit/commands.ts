import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import { call, type Answered, type Given, type Refused } from '#kit/call.ts'
import { refresh, refreshLive } from '#kit/answers.ts'
import { browserIds } from '#kit/ids.ts'

/** A body without the command's own id: that is made here. */
export type Order<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = Omit<
  Given<P, Q, B>,
  'body'
> &
  (B extends z.ZodUndefined
    ? { readonly body?: undefined }
    : { readonly body: WithoutId<z.input<B>> })

type WithoutId<T> = T extends { id: string } ? Omit<T, 'id'> & { id?: string } : T

export type Sender<O, T> = {
  /** The same order sent again after a lost connection keeps its id: it happens once. */
  readonly send: (order: O) => Promise<Answered<T>>
  readonly isSending: boolean
  readonly refusal: Refused | null
  readonly forget: () => void
}

/** `const keep = useCommand(keepCommitment)`, then `keep.send({ params, body: { how } })`. */
export function useCommand<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends z.ZodType,
>(endpoint: Endpoint<P, Q, B, A>): Sender<Order<P, Q, B>, z.output<A>> {
  const client = useQueryClient()
  const identify = useIdentity()
  const [isSending, setSending] = useState(false)
  const [refusal, setRefusal] = useState<Refused | null>(null)

  async function send(order: Order<P, Q, B>): Promise<Answered<z.output<A>>> {
    setSending(true)
    setRefusal(null)
    const identified = identify(order)
    const answered = await call<z.ZodType, z.ZodType, z.ZodType, A>(endpoint, identified.order)
    setSending(false)
    if (answered.ok || !isUncertain(answered.refusal)) identified.settle()
    if (answered.ok) {
      void refresh(client, order.params).then((isLast) => isLast && refreshLive(client))
    } else {
      setRefusal(answered.refusal)
    }
    return answered
  }
  return { send, isSending, refusal, forget: () => setRefusal(null) }
}

/** The server may or may not have done it: only the same id makes a second attempt safe. */
function isUncertain(refusal: Refused): boolean {
  return refusal.kind === 'unreachable' || refusal.kind === 'unexpected'
}

function useIdentity() {
  const waiting = useRef(new Map<string, string>())
  return (order: {
    readonly params?: unknown
    readonly query?: unknown
    readonly body?: unknown
  }) => {
    const print = JSON.stringify(order)
    const id = waiting.current.get(print) ?? browserIds.next()
    waiting.current.set(print, id)
    return {
      order: {
        params: order.params,
        query: order.query,
        body:
          typeof order.body === 'object' && order.body !== null
            ? { id, ...order.body }
            : order.body,
      },
      settle: () => void waiting.current.delete(print),
    }
  }
}
