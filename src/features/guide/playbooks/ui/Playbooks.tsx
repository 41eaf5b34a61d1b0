import { SquarePen } from 'lucide-react'
import { useState } from 'react'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Choices } from '#kit/Choices.tsx'
import { EmptyState } from '#kit/EmptyState.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { readWorkbench, type Part, type Workbench } from '../contract.ts'
import { playbooksMessages } from '../messages.ts'
import { Editor } from './parts/Editor.tsx'
import { History } from './parts/History.tsx'
import { PartList } from './parts/PartList.tsx'
import { Standing } from './parts/Standing.tsx'

type Chosen = { readonly part: Part; readonly name: string }

/** What the guide says, in the company's own words: written, tried, published, taken back. */
export function Playbooks({ mayChange }: { mayChange: boolean }) {
  const { words } = useMessages(playbooksMessages)
  const [language, setLanguage] = useState(useLanguage())
  const workbench = useAnswer(readWorkbench, { params: { language } }, { live: true })
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
        <p className="min-w-60 flex-1 text-sm text-sub">
          {mayChange ? words.lead : words.readOnly}
        </p>
        <Choices
          label={words.language}
          hidesLabel
          size="small"
          choices={[
            { id: 'ja', name: words.languages.ja },
            { id: 'en', name: words.languages.en },
          ]}
          value={language}
          onChange={setLanguage}
        />
      </div>
      <Answering answer={workbench}>
        {(value) => (
          <Bench key={language} workbench={value} language={language} mayChange={mayChange} />
        )}
      </Answering>
    </div>
  )
}

function Bench(props: { workbench: Workbench; language: 'ja' | 'en'; mayChange: boolean }) {
  const { words } = useMessages(playbooksMessages)
  const { workbench, language, mayChange } = props
  const [chosen, setChosen] = useState<Chosen | null>(null)
  return (
    <>
      <Standing workbench={workbench} language={language} mayChange={mayChange} />
      <div className="grid gap-4 lg:grid-cols-[12rem_minmax(0,1fr)]">
        <PartList
          workbench={workbench}
          language={language}
          chosen={chosen}
          choose={setChosen}
          mayChange={mayChange}
        />
        {chosen ? (
          <Editor
            key={`${chosen.part}/${chosen.name}`}
            {...chosen}
            language={language}
            mayChange={mayChange}
          />
        ) : (
          <EmptyState icon={SquarePen} title={words.choose} />
        )}
      </div>
      <History language={language} edition={workbench.edition} mayChange={mayChange} />
    </>
  )
}
