import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'
import { useSettled } from '#kit/settled.ts'
import { showToast } from '#kit/toasts.ts'
import { readDraftPart, readText, type DraftPart, type Part } from '../../contract.ts'
import { playbooksMessages } from '../../messages.ts'
import { Beside } from './Beside.tsx'
import { EditorHead } from './EditorHead.tsx'
import { Merge } from './Merge.tsx'
import { Overtaken } from './Overtaken.tsx'
import { useWriting } from './useWriting.ts'
import { YamlField } from './YamlField.tsx'

type Place = { readonly part: Part; readonly name: string; readonly language: 'ja' | 'en' }

/** One play or story: its text with what is wrong beside the line, and how it will look. */
export function Editor(props: Place & { mayChange: boolean }) {
  const { part, name, language } = props
  const given = { params: { language, part, name } }
  const answer = useAnswer(readDraftPart, given, { live: true })
  return (
    <Answering answer={answer} skeletonLines={12}>
      {(saved) => <Open {...props} saved={saved} />}
    </Answering>
  )
}

function Open(props: Place & { saved: DraftPart; mayChange: boolean }) {
  const { part, name, language, saved, mayChange } = props
  const { words } = useMessages(playbooksMessages)
  const writing = useWriting({ part, name, language }, saved)
  const text = useSettled(writing.text)
  const body = { part, name, text }
  const reading = useAnswer(readText, { params: { language }, body }, { keepPrevious: true })
  const read = reading.state === 'ready' ? reading.value : { problems: [], moves: [] }
  const isOld =
    saved.state === 'changed' && saved.basedOn !== null && saved.basedOn !== saved.shipped
  async function take(merged: string) {
    const kept = await writing.save({ text: merged, takesShipped: true })
    if (kept) showToast({ text: words.saved, tone: 'done' })
  }
  return (
    <section aria-label={name} className="flex min-w-0 flex-col gap-3">
      <EditorHead part={part} saved={saved} writing={writing} mayChange={mayChange} />
      {writing.isOvertaken ? <Overtaken saved={saved} writing={writing} /> : null}
      {isOld && saved.shipped !== null && mayChange ? (
        <Merge
          text={writing.text}
          basedOn={saved.basedOn ?? ''}
          shipped={saved.shipped}
          take={(merged) => void take(merged)}
        />
      ) : null}
      {saved.state === 'off' ? null : (
        <div className="grid gap-4 xl:grid-cols-[minmax(0,1fr)_21.5rem]">
          <YamlField
            name={name}
            text={writing.text}
            problems={read.problems}
            isReadOnly={!mayChange}
            onChange={writing.change}
            onSend={() => void writing.save()}
          />
          <Beside part={saved} text={writing.text} moves={read.moves} />
        </div>
      )}
    </section>
  )
}
