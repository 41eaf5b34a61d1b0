import { movement } from '../src/features/complaints/timeline/contract.ts'
import { watchersChanged } from '../src/features/supervision/watching/contract.ts'

type Get = (path: string) => Promise<number>

/** As the board's screen does it (supervision/ui/parts/useBoard.ts). */
const atMostEveryMs = 500
/** Only cards in sight read their guidance; so many fit into 1440 × 900. */
const cardsInSight = 12

/** An open board: reads itself anew whenever its screen would, until `over`. */
export async function openBoard(board: {
  readonly stream: Response
  readonly get: Get
  readonly complaintIds: readonly string[]
  readonly measured: (kind: 'board' | 'card', ms: number) => void
}): Promise<void> {
  const { stream, get, measured, complaintIds } = board
  const timed = (kind: 'board' | 'card', path: string) => async () => {
    const from = performance.now()
    measured(kind, (await get(path)) - from)
  }
  const again = keptUp(timed('board', '/api/supervision/board'), atMostEveryMs)
  const cards = new Map(
    complaintIds
      .slice(0, cardsInSight)
      .map((id) => [id, keptUp(timed('card', `/api/guide/complaints/${id}`), 0)]),
  )
  for await (const { cues, type, complaintId } of movements(stream)) {
    cards.get(complaintId)?.()
    if (cues === undefined || cues.length > 0 || type === watchersChanged) again()
  }
}

async function* movements(stream: Response) {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of stream.body ?? []) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (!line.startsWith('data: {"')) continue
      const moved = movement.safeParse(JSON.parse(line.slice('data: '.length)))
      if (moved.success) yield moved.data
    }
  }
}

/** At once, then at most once per `ms`, and never before the last answer is there; the last request is not dropped. */
function keptUp(ask: () => Promise<void>, ms: number): () => void {
  let isAsked = false
  let isBusy = false
  const run = async () => {
    isBusy = true
    while (isAsked) {
      isAsked = false
      await Promise.all([ask(), new Promise((resolve) => setTimeout(resolve, ms))])
    }
    isBusy = false
  }
  return () => {
    isAsked = true
    // When the bench is over the server no longer answers.
    if (!isBusy) run().catch(() => undefined)
  }
}
