import { ArrowLeft } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { writingKind } from '#features/language/contract.ts'
import { hole } from '#features/letters/gate/blanks.ts'
import { composingWords } from '#features/letters/composing/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { Checkbox } from '#kit/Checkbox.tsx'
import { useMessages } from '#kit/language.tsx'
import { TextField } from '#kit/TextField.tsx'
import { WritingArea, type WritingHandle } from '#kit/WritingArea.tsx'
import type { WritingMark } from '#kit/writing-area.ts'
import type { Template, TemplateContent } from '../../contract.ts'
import { templatesMessages } from '../../messages.ts'
import { TemplateEditions } from './TemplateEditions.tsx'
import { TemplatePreview } from './TemplatePreview.tsx'
import { contentOf, useEditing } from './useEditing.ts'
import { Values } from './Values.tsx'

type Editing = {
  readonly id: string
  readonly template: Template | null
  readonly mayChange: boolean
  readonly onClose: () => void
}

/** One template beside how it stands in a case, with what the gate says of it there. */
export function TemplateEditor(props: Editing) {
  const { words } = useMessages(templatesMessages)
  const editing = useEditing(props)
  const { typed, change } = editing
  const [marks, setMarks] = useState<readonly WritingMark[]>([])
  const field = useRef<WritingHandle>(null)
  return (
    <section aria-label={typed.name || words.add} className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-3">
        <Button
          kind="quiet"
          size="small"
          icon={<ArrowLeft aria-hidden size={15} />}
          onPress={props.onClose}
        >
          {words.back}
        </Button>
        <p role="status" className="text-xs text-orange">
          {editing.isChanged ? words.unsaved : ''}
        </p>
        {editing.isChanged ? (
          <Button kind="quiet" size="small" onPress={editing.discard}>
            {words.discard}
          </Button>
        ) : null}
      </div>
      <div className="grid max-w-6xl gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-4">
          <Head typed={typed} change={change} mayChange={props.mayChange} save={editing.save} />
          <Body
            typed={typed}
            change={change}
            marks={marks}
            field={field}
            leavesFocus={typed.name === ''}
          />
          <Values kinds={typed.kinds} put={(value) => field.current?.insert(value)} />
          <Refusal refusal={editing.refusal} />
          {props.mayChange ? <Deeds {...props} editing={editing} /> : null}
        </div>
        <TemplatePreview typed={typed} onMarks={setMarks} />
      </div>
      {editing.kept ? (
        <TemplateEditions
          templateId={props.id}
          bring={props.mayChange ? (edition) => change(contentOf(edition)) : null}
        />
      ) : null}
    </section>
  )
}

type Typing = {
  readonly typed: TemplateContent
  readonly change: (changes: Partial<TemplateContent>) => void
}

function Head(props: Typing & { mayChange: boolean; save: () => Promise<void> }) {
  const { words } = useMessages(templatesMessages)
  const { typed, change } = props
  const fields = { isDisabled: !props.mayChange, onSend: () => void props.save() }
  return (
    <>
      <div className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-1 xl:grid-cols-2">
        <TextField
          {...fields}
          label={words.name}
          value={typed.name}
          autoFocus={typed.name === ''}
          onChange={(name) => change({ name })}
        />
        <TextField
          {...fields}
          label={words.kana}
          hint={words.kanaHint}
          value={typed.kana}
          onChange={(kana) => change({ kana })}
        />
      </div>
      <fieldset className="flex flex-wrap gap-x-5" disabled={!props.mayChange}>
        <legend className="text-sm font-medium">{words.kinds}</legend>
        {writingKind.options.map((kind) => (
          <Checkbox
            key={kind}
            isChosen={typed.kinds.includes(kind)}
            onChange={(isChosen) =>
              change({
                kinds: writingKind.options.filter((each) =>
                  each === kind ? isChosen : typed.kinds.includes(each),
                ),
              })
            }
          >
            {words.kind[kind]}
          </Checkbox>
        ))}
      </fieldset>
      {typed.kinds.includes('mail') ? (
        <TextField
          {...fields}
          label={words.subject}
          value={typed.subject}
          onChange={(subject) => change({ subject })}
        />
      ) : null}
    </>
  )
}

function Body(
  props: Typing & {
    marks: readonly WritingMark[]
    field: React.RefObject<WritingHandle | null>
    leavesFocus: boolean
  },
) {
  const { words } = useMessages(templatesMessages)
  const composing = useMessages(composingWords).words
  const [isComposing, setComposing] = useState(false)
  const [here, setHere] = useState<WritingMark | null>(null)
  const id = useId()
  return (
    <div className="flex flex-col gap-1">
      <p className="text-sm font-medium">{words.body}</p>
      <WritingArea
        label={words.body}
        describedBy={`${id}-here ${id}-hand`}
        deleted={composing.deleted}
        hole={hole}
        value={props.typed.body}
        onChange={(body) => props.change({ body })}
        marks={props.marks}
        isComposing={isComposing}
        onComposing={setComposing}
        onPlace={setHere}
        fixName={(fix) => composing.fix({ fix })}
        handle={props.field}
        leavesFocus={props.leavesFocus}
        className="grid min-h-56 cursor-text rounded-lg border border-field-line/60 bg-surface text-base leading-relaxed text-ink hover:border-field-line has-focus-visible:border-accent has-focus-visible:outline-2 has-focus-visible:outline-accent"
      />
      <p id={`${id}-here`} className={`text-xs ${here?.isAsked ? 'text-red' : 'text-orange'}`}>
        {here?.message}
      </p>
      <p id={`${id}-hand`} className="text-xs text-sub">
        {words.byHand}
      </p>
    </div>
  )
}

function Deeds(props: Editing & { editing: ReturnType<typeof useEditing> }) {
  const { words } = useMessages(templatesMessages)
  const { editing } = props
  const { kept } = editing
  const isRetired = kept?.isRetired === true
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        kind="primary"
        keys="mod+enter"
        keysInFields
        isBusy={editing.isSaving}
        isDisabled={!editing.isChanged && !isRetired}
        onPress={() => void editing.save()}
      >
        {isRetired ? words.reuse : words.save}
      </Button>
      {kept && !isRetired ? (
        <Button onPress={() => void editing.retire()}>{words.retire}</Button>
      ) : null}
    </div>
  )
}
