import { useState } from 'react'
import { readViewer } from '#features/access/contract.ts'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { browserIds } from '#kit/ids.ts'
import { useMessages } from '#kit/language.tsx'
import { readWriting, type SharedDraft } from '../../../writing/contract.ts'
import { Together } from '../../../writing/ui/parts/Together.tsx'
import { useBeat } from '../../../writing/ui/parts/useHand.ts'
import { endLook, listComments, type Look } from '../../contract.ts'
import { commentsMessages } from '../../messages.ts'
import { sentencesOf, type Stretch } from '../../rules.ts'
import { Comments } from './Comments.tsx'
import { Saying } from './Saying.tsx'
import { Sentences } from './Sentences.tsx'

/** The reply as its writer has it now, sentence by sentence, for somebody who has something to say about it. */
export default function Reader(props: { complaintId: string; draft: SharedDraft | null }) {
  const { words } = useMessages(commentsMessages)
  const { complaintId, draft } = props
  const [hand] = useState(() => browserIds.next())
  useBeat(complaintId, hand, 'reading')
  const writing = useAnswer(readWriting, { params: { complaintId } })
  const advice = useAnswer(listComments, { params: { complaintId } })
  const [chosen, choose] = useState<Stretch | null>(null)
  if (!draft) return <p className="text-sm text-sub">{words.there.gone}</p>
  const { text, subject } = draft.content
  const { comments, looks } = advice.state === 'ready' ? advice.value : { comments: [], looks: [] }
  const stretch = chosen ?? sentencesOf(text)[0]
  return (
    <div className="flex flex-col gap-4">
      <Together isReader hands={writing.state === 'ready' ? writing.value.hands : []} />
      <Asked complaintId={complaintId} looks={looks} />
      <p className="text-sm text-sub">{subject}</p>
      <Sentences text={text} chosen={chosen} onChoose={choose} />
      {stretch ? (
        <Saying
          key={`${stretch.start}-${stretch.end}`}
          complaintId={complaintId}
          draftId={draft.id}
          text={text}
          stretch={stretch}
        />
      ) : null}
      <Comments complaintId={complaintId} comments={comments} text={text} onAccept={null} />
    </div>
  )
}

function Asked({ complaintId, looks }: { complaintId: string; looks: readonly Look[] }) {
  const { look: words } = useMessages(commentsMessages).words
  const viewer = useAnswer(readViewer, {})
  const command = useCommand(endLook)
  const meId = viewer.state === 'ready' ? viewer.value.memberId : null
  const mine = looks.find(({ askedId, lookedAt }) => askedId === meId && lookedAt === null)
  if (!mine) return null
  const { id: lookId, askedByName: name } = mine
  return (
    <div className="flex flex-wrap items-center gap-3 rounded-lg bg-orange-bg px-3 py-2 text-sm">
      <p className="min-w-0 flex-1">
        <span className="font-semibold">{words.from({ name })}</span> {mine.words}
      </p>
      <Button
        size="small"
        isBusy={command.isSending}
        onPress={() => void command.send({ params: { complaintId, lookId }, body: {} })}
      >
        {words.done}
      </Button>
    </div>
  )
}
