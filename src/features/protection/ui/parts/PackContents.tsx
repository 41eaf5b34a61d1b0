import { Checkbox } from '#kit/Checkbox.tsx'
import { useMessages } from '#kit/language.tsx'
import type { PackChoice, PackPreview } from '../../packs/contract.ts'
import { packsMessages } from '../../packs/messages.ts'
import { second } from './fields.ts'

/** What would be in the pack; each file, note and post can stay out. */
export function PackContents(props: {
  preview: PackPreview
  choice: PackChoice
  onTurn: (id: string, is: boolean) => void
  onOther: (id: string, is: boolean) => void
}) {
  const { words } = useMessages(packsMessages)
  const { preview, choice, onTurn } = props
  const groups = [
    { title: words.files, items: preview.files },
    { title: words.notes, items: preview.notes },
    { title: words.posts, items: preview.posts },
  ].filter(({ items }) => items.length > 0)
  return (
    <div className="flex flex-col gap-3 text-sm">
      {preview.others.length > 0 ? (
        <fieldset>
          <legend className="font-medium">{words.others}</legend>
          {preview.others.map(({ id, number, subject }) => (
            <Checkbox
              key={id}
              isChosen={choice.complaintIds.includes(id)}
              onChange={(is) => props.onOther(id, is)}
            >
              {`${number}　${subject}`}
            </Checkbox>
          ))}
        </fieldset>
      ) : null}
      {groups.map(({ title, items }) => (
        <fieldset key={title} className="flex flex-col">
          <legend className="font-medium">{title}</legend>
          {items.map(({ id, title: name, note }) => (
            <Checkbox
              key={id}
              isChosen={!choice.leaveOut.includes(id)}
              onChange={(is) => onTurn(id, is)}
            >
              {`${name}（${note}）`}
            </Checkbox>
          ))}
        </fieldset>
      ))}
      <section aria-label={words.preview}>
        <h3 className="font-medium">{words.preview}</h3>
        <ol
          // A list that scrolls by itself is reached by the keyboard, too.
          tabIndex={0}
          className="mt-1 max-h-64 divide-y divide-line-soft overflow-auto rounded-lg border border-line"
        >
          {preview.lines.map(({ at, who, text }, index) => (
            <li key={index} className="flex flex-col gap-0.5 px-3 py-1.5">
              <span className="text-xs text-sub">{`${second(at)}　${who}`}</span>
              <span className="wrap-anywhere">{text}</span>
            </li>
          ))}
        </ol>
      </section>
      {preview.withheld > 0 ? (
        <p className="text-sub">{words.withheld({ count: preview.withheld })}</p>
      ) : null}
      <p className="text-xs text-sub">
        {words.fingerprint}
        <br />
        <code className="wrap-anywhere">{preview.fingerprint}</code>
      </p>
    </div>
  )
}
