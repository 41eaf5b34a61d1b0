import { FileText } from 'lucide-react'
import { useState } from 'react'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { EmptyState } from '#kit/EmptyState.tsx'
import { browserIds } from '#kit/ids.ts'
import { useMessages } from '#kit/language.tsx'
import { ListHead } from '#kit/ListHead.tsx'
import { paletteMatches } from '#kit/palette.ts'
import { TextField } from '#kit/TextField.tsx'
import { Moment } from '#kit/Time.tsx'
import { listTemplates, type Template } from '../contract.ts'
import { templatesMessages } from '../messages.ts'
import { TemplateEditor } from './parts/TemplateEditor.tsx'
import { TemplateFile } from './parts/TemplateFile.tsx'

type Edited = { readonly id: string; readonly template: Template | null }

/** The company's own templates: found by name and reading, edited beside how they stand in a case, carried as a file. */
export default function Templates({ mayChange }: { mayChange: boolean }) {
  const { words } = useMessages(templatesMessages)
  const answer = useAnswer(listTemplates, {}, { live: true })
  const [edited, setEdited] = useState<Edited | null>(null)
  if (edited)
    return (
      <TemplateEditor
        key={edited.id}
        {...edited}
        mayChange={mayChange}
        onClose={() => setEdited(null)}
      />
    )
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      {mayChange ? (
        <ListHead
          lead={words.lead}
          add={words.add}
          onAdd={() => setEdited({ id: browserIds.next(), template: null })}
        />
      ) : (
        <p className="text-sm text-sub">
          {words.lead}
          {words.onlyAdmin}
        </p>
      )}
      <TemplateFile mayChange={mayChange} />
      <Answering answer={answer}>
        {({ templates }) =>
          templates.length === 0 ? (
            <EmptyState icon={FileText} title={words.none}>
              {words.noneDetail}
            </EmptyState>
          ) : (
            <List
              templates={templates}
              open={(template) => setEdited({ id: template.id, template })}
            />
          )
        }
      </Answering>
    </div>
  )
}

type Opening = { readonly templates: readonly Template[]; readonly open: (one: Template) => void }

function List({ templates, open }: Opening) {
  const { words } = useMessages(templatesMessages)
  const [typed, setTyped] = useState('')
  const items = templates.map((template) => ({
    id: template.id,
    name: template.name,
    alsoCalled: `${template.kana} ${template.body}`,
    run: () => open(template),
  }))
  const found = new Set(paletteMatches(items, typed).map(({ id }) => id))
  const shown = templates.filter(({ id }) => found.has(id))
  return (
    <>
      <TextField
        label={words.find}
        type="search"
        placeholder={words.findHint}
        value={typed}
        onChange={setTyped}
        className="max-w-sm"
      />
      {shown.length === 0 ? <p className="py-4 text-sub">{words.notFound}</p> : null}
      <ul aria-label={words.title} className="card divide-y divide-line-soft">
        {shown.map((template) => (
          <li key={template.id}>
            <Line template={template} open={open} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Line({ template, open }: { template: Template; open: Opening['open'] }) {
  const { words } = useMessages(templatesMessages)
  const { name, kinds, body, isRetired, changedAt } = template
  return (
    <button
      type="button"
      onClick={() => open(template)}
      className="flex w-full cursor-pointer flex-col gap-0.5 px-4 py-2.5 text-start hover:bg-gray-bg focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent"
    >
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className={`font-medium ${isRetired ? 'text-sub' : ''}`}>{name}</span>
        {isRetired ? (
          <Badge tone="orange">{words.retired}</Badge>
        ) : (
          kinds.map((kind) => (
            <Badge key={kind} tone="gray">
              {words.kind[kind]}
            </Badge>
          ))
        )}
        <Moment at={changedAt} className="ms-auto text-xs text-sub" />
      </span>
      <span className="clamp-1 text-sm text-sub">{body.replaceAll('\n', ' ')}</span>
    </button>
  )
}
