import type { ReactNode } from 'react'
import { Checkbox } from '#kit/Checkbox.tsx'
import { Choices } from '#kit/Choices.tsx'
import { useMessages } from '#kit/language.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import {
  contentExamples,
  harmExamples,
  mannerExamples,
  type Axes,
  type AxisName,
} from '../../judging/contract.ts'
import { judgingMessages } from '../../judging/messages.ts'
import { toggled } from './judgement-draft.ts'
import type { Part } from './part.ts'

/** Three things apart: what is asked for, the manner, the harm. Each with its words. */
export function AxesFields(part: Part) {
  const { words } = useMessages(judgingMessages)
  const { axes } = part.draft
  const put = (next: Partial<Axes>) => part.change({ axes: { ...axes, ...next } })
  const { content, manner, harm } = axes
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="mb-1 font-semibold">{words.see}</legend>
      <Axis part={part} axis="content" set={(next) => put({ content: { ...content, ...next } })}>
        <Content content={content} set={(next) => put({ content: { ...content, ...next } })} />
        <Examples
          all={contentExamples}
          chosen={content.examples}
          names={words.contents}
          set={(examples) => put({ content: { ...content, examples } })}
        />
      </Axis>
      <Axis part={part} axis="manner" set={(next) => put({ manner: { ...manner, ...next } })}>
        <Examples
          all={mannerExamples}
          chosen={manner.examples}
          names={words.manners}
          set={(examples) => put({ manner: { ...manner, examples } })}
        />
      </Axis>
      <Axis part={part} axis="harm" set={(next) => put({ harm: { ...harm, ...next } })}>
        <Examples
          all={harmExamples}
          chosen={harm.examples}
          names={words.harms}
          set={(examples) => put({ harm: { ...harm, examples } })}
        />
      </Axis>
    </fieldset>
  )
}

type Common = Pick<Axes['harm'], 'finding' | 'words' | 'excerptIds'>

function Axis(props: {
  part: Part
  axis: AxisName
  set: (next: Partial<Common>) => void
  children: ReactNode
}) {
  const { words } = useMessages(judgingMessages)
  const { axis, set } = props
  const { axes, excerpts } = props.part.draft
  const { finding, words: why, excerptIds } = axes[axis]
  return (
    <section
      aria-label={words.axes[axis]}
      className="flex flex-col gap-2 rounded-lg border border-line-soft px-3 py-2.5"
    >
      <Choices
        label={words.axes[axis]}
        size="small"
        choices={(['beyond', 'within', 'open'] as const).map((id) => ({
          id,
          name: words.findings[id],
        }))}
        value={finding}
        onChange={(id) => set({ finding: id })}
      />
      <p className="text-xs text-sub">{words.axisHints[axis]}</p>
      {props.children}
      <fieldset className="flex flex-col">
        <legend className="text-sm font-medium">{words.which}</legend>
        {excerpts.length === 0 ? <p className="text-sm text-sub">{words.noWords}</p> : null}
        {excerpts.map(({ id, words: said }) => (
          <Checkbox
            key={id}
            isChosen={excerptIds.includes(id)}
            onChange={(isChosen) => set({ excerptIds: toggled(excerptIds, id, isChosen) })}
          >
            「{said}」
          </Checkbox>
        ))}
      </fieldset>
      <TextArea label={words.why} value={why} onChange={(text) => set({ words: text })} rows={1} />
    </section>
  )
}

function Content(props: {
  content: Axes['content']
  set: (next: Partial<Axes['content']>) => void
}) {
  const { words } = useMessages(judgingMessages)
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-2">
      {(['hasReason', 'isRelated', 'isProportionate'] as const).map((question) => (
        <Choices
          key={question}
          label={words[question]}
          size="small"
          choices={(['yes', 'no', 'unknown'] as const).map((id) => ({
            id,
            name: words.answers[id],
          }))}
          value={props.content[question]}
          onChange={(id) => props.set({ [question]: id })}
        />
      ))}
    </div>
  )
}

function Examples<Id extends string>(props: {
  all: readonly Id[]
  chosen: readonly Id[]
  names: Readonly<Record<Id, string>>
  set: (chosen: Id[]) => void
}) {
  const { words } = useMessages(judgingMessages)
  return (
    <fieldset>
      <legend className="text-sm font-medium">{words.examples}</legend>
      <div className="flex flex-wrap gap-x-5">
        {props.all.map((id) => (
          <Checkbox
            key={id}
            isChosen={props.chosen.includes(id)}
            onChange={(isChosen) => props.set(toggled(props.chosen, id, isChosen))}
          >
            {props.names[id]}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  )
}
