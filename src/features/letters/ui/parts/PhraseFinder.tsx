import { useDeferredValue, useState } from 'react'
import { listSentences } from '#features/guide/contract.ts'
import { composingWords } from '#features/letters/composing/messages.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { Finder } from '#kit/Finder.tsx'
import { useMessages } from '#kit/language.tsx'
import { paletteMatches, type PaletteItem } from '#kit/palette.ts'

const most = 40

type Finding = {
  readonly complaintId: string
  readonly onChoose: (words: string) => void
  readonly onClose: () => void
}

/** Sentences of the playbook by any word of theirs, with this case's values; what fits the case now stands first. */
export function PhraseFinder(props: Finding) {
  const { words } = useMessages(composingWords)
  const { complaintId, onChoose } = props
  const answer = useAnswer(listSentences, { params: { complaintId } })
  return (
    <Dialog isOpen onClose={props.onClose} title={words.phrases} hidesTitle place="top">
      <Answering answer={answer}>
        {({ sentences }) => (
          <Sentences
            items={sentences.map(({ text, title, goal }) => ({
              id: text,
              name: text,
              detail: title,
              alsoCalled: goal,
              run: () => onChoose(text),
            }))}
            onClose={props.onClose}
          />
        )}
      </Answering>
    </Dialog>
  )
}

function Sentences({ items, onClose }: { items: readonly PaletteItem[]; onClose: () => void }) {
  const { words } = useMessages(composingWords)
  const [typed, setTyped] = useState('')
  return (
    <Finder
      label={words.phrases}
      hint={words.phrasesHint}
      nothing={words.noPhrase}
      typed={typed}
      onTyped={setTyped}
      found={paletteMatches(items, useDeferredValue(typed)).slice(0, most)}
      onClose={onClose}
      isWrapped
    />
  )
}
