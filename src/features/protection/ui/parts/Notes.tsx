import { NotebookPen } from 'lucide-react'
import { useState } from 'react'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { Checkbox } from '#kit/Checkbox.tsx'
import { useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { Section } from '#kit/Section.tsx'
import { protectionMessages } from '../../messages.ts'
import { readingMessages } from '../../reading/messages.ts'
import { DeedDialog } from './DeedDialog.tsx'
import { instantOf, second, tokyoNow, type FieldSpec, type Opened } from './fields.ts'

type Place = { readonly complaintId: string; readonly opened: Opened }

/** Dangers, and how to recognise somebody: words, time, who was there. */
export function Notes({ complaintId, opened }: Place) {
  const { words } = useMessages(readingMessages)
  const [open, setOpen] = useState<string | null>(null)
  const { notes } = opened.record
  return (
    <Section
      title={words.notes}
      icon={NotebookPen}
      tone="red"
      count={notes.length}
      aside={
        <Button size="small" keys="n" label={words.addNote} onPress={() => setOpen('new')}>
          {words.addNote}
        </Button>
      }
    >
      {notes.length === 0 ? <p className="text-sm text-sub">{words.none}</p> : null}
      <ul className="flex flex-col gap-3">
        {notes.map((note) => (
          <li key={note.id}>
            <Note note={note} linkable={opened.linkable} onWithdraw={() => setOpen(note.id)} />
          </li>
        ))}
      </ul>
      {open === 'new' ? (
        <NoteDialog complaintId={complaintId} opened={opened} onClose={() => setOpen(null)} />
      ) : null}
      {open !== null && open !== 'new' ? (
        <DeedDialog
          complaintId={complaintId}
          title={words.withdraw}
          fields={[{ key: 'reason', label: words.withdrawWhy, form: 'line' }]}
          start={{}}
          toDeed={({ reason = '' }) => ({ kind: 'correct', noteId: open, reason })}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </Section>
  )
}

function Note(props: {
  note: Opened['record']['notes'][number]
  linkable: Opened['linkable']
  onWithdraw: () => void
}) {
  const { words } = useMessages(readingMessages)
  const { kinds } = useMessages(protectionMessages)
  const { note } = props
  const linked = props.linkable.filter(({ sequence }) => note.links.includes(sequence))
  return (
    <article className="card flex flex-col gap-1.5 px-4 py-3 text-sm">
      <p className="flex flex-wrap items-center gap-2 text-sub">
        <Badge tone={note.kind === 'danger' ? 'red' : 'blue'}>{kinds[note.kind]}</Badge>
        <time dateTime={note.happenedAt}>{second(note.happenedAt)}</time>
        <span>{note.place}</span>
      </p>
      {note.words === '' ? null : (
        <blockquote className="border-s-2 border-line ps-3 font-semibold wrap-anywhere">
          {note.words}
        </blockquote>
      )}
      <p className="wrap-anywhere whitespace-pre-wrap">{note.facts}</p>
      {linked.length > 0 ? (
        <ul aria-label={words.links} className="list-disc ps-5 text-sub">
          {linked.map(({ sequence, sentence }) => (
            <li key={sequence}>{sentence}</li>
          ))}
        </ul>
      ) : null}
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-sub">
        {note.witness === '' ? null : (
          <span>
            {words.witness}：{note.witness}
          </span>
        )}
        <span>{words.by({ name: note.byName })}</span>
        {note.correction === null ? (
          <Button size="small" kind="quiet" onPress={props.onWithdraw}>
            {words.withdraw}
          </Button>
        ) : (
          <span>{words.withdrawn({ reason: note.correction })}</span>
        )}
      </p>
    </article>
  )
}

function NoteDialog({ complaintId, opened, onClose }: Place & { onClose: () => void }) {
  const { words } = useMessages(readingMessages)
  const { kinds } = useMessages(protectionMessages)
  const [links, setLinks] = useState<readonly number[]>([])
  const now = tokyoNow(useNow())
  const [start] = useState({ kind: 'danger', day: now.day, time: now.time })
  const choices = (['danger', 'identification'] as const).map((id) => ({ id, name: kinds[id] }))
  const fields: readonly FieldSpec[] = [
    { key: 'kind', label: words.kind, form: 'choice', choices },
    { key: 'day', label: words.day, form: 'day' },
    { key: 'time', label: words.time, form: 'time' },
    { key: 'place', label: words.place, form: 'line', isOptional: true },
    { key: 'words', label: words.said, form: 'text', isOptional: true },
    { key: 'facts', label: words.facts, hint: words.factsHint, form: 'text' },
    { key: 'witness', label: words.witness, form: 'line', isOptional: true },
  ]
  return (
    <DeedDialog
      complaintId={complaintId}
      title={words.addNote}
      fields={fields}
      start={start}
      toDeed={({
        kind,
        day = '',
        time = '',
        place = '',
        words: said = '',
        facts = '',
        witness = '',
      }) => ({
        kind: 'note',
        note: {
          kind: kind === 'identification' ? 'identification' : 'danger',
          happenedAt: instantOf(day, time),
          place,
          words: said,
          facts,
          witness,
          links: [...links],
        },
      })}
      onClose={onClose}
    >
      {opened.linkable.length > 0 ? (
        <fieldset className="flex flex-col gap-1">
          <legend className="text-sm font-medium">{words.links}</legend>
          {opened.linkable.slice(0, 30).map(({ sequence, sentence }) => (
            <Checkbox
              key={sequence}
              isChosen={links.includes(sequence)}
              onChange={(is) =>
                setLinks(is ? [...links, sequence] : links.filter((each) => each !== sequence))
              }
            >
              {sentence}
            </Checkbox>
          ))}
        </fieldset>
      ) : null}
    </DeedDialog>
  )
}
