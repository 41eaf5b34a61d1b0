import { Paperclip, X } from 'lucide-react'
import { useState } from 'react'
import { letterWords } from '#features/letters/opening/messages.ts'
import { Button } from '#kit/Button.tsx'
import { Checkbox } from '#kit/Checkbox.tsx'
import { FilePicker } from '#kit/FilePicker.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { sizeOf } from '#kit/sizes.ts'
import { UploadList } from '#kit/UploadList.tsx'
import type { Files } from './useAttachments.ts'

/** What goes along with the reply: from the case, or from this machine into the case first. */
export function Attachments({ files, megabytes }: { files: Files; megabytes: number }) {
  const { words } = useMessages(letterWords)
  const language = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const { chosen, there, uploads, queue } = files
  const total = chosen.reduce((sum, { size }) => sum + size, 0)
  const isTooMuch = total > megabytes * 1_000_000
  return (
    <section aria-label={words.attachments} className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <Button
          size="small"
          icon={<Paperclip aria-hidden size={15} />}
          keys="alt+f"
          keysInFields
          isPressed={isOpen}
          onPress={() => setOpen(!isOpen)}
        >
          {words.attach}
        </Button>
        {chosen.length === 0 ? null : (
          <p data-figures className={`text-xs ${isTooMuch ? 'text-red' : 'text-sub'}`}>
            {words.total({ total: sizeOf(total, language), most: `${megabytes} MB` })}
          </p>
        )}
      </div>
      {chosen.length === 0 ? null : (
        <ul aria-label={words.attached} className="flex flex-wrap gap-2">
          {chosen.map(({ id, name, size }) => (
            <li
              key={id}
              className="flex min-h-9 max-w-full items-center gap-2 rounded-lg border border-line bg-bg ps-3 text-sm"
            >
              <span className="truncate">{name || words.fileComing}</span>
              <span data-figures className="text-xs whitespace-nowrap text-sub">
                {size > 0 ? sizeOf(size, language) : ''}
              </span>
              <Button
                kind="quiet"
                size="small"
                label={words.detach({ name })}
                icon={<X aria-hidden size={15} />}
                onPress={() => files.toggle(id)}
              />
            </li>
          ))}
        </ul>
      )}
      {isOpen ? (
        <div className="flex flex-col gap-2 rounded-lg bg-gray-bg px-3 py-2">
          <FilePicker label={words.choose} hint={words.chooseHint} onFiles={files.add} />
          {there.length === 0 ? null : <FromTheCase files={files} />}
        </div>
      ) : null}
      <UploadList uploads={uploads} queue={queue} mayRemove />
    </section>
  )
}

function FromTheCase({ files: { there, chosen, toggle } }: { files: Files }) {
  const { words } = useMessages(letterWords)
  const language = useLanguage()
  return (
    <fieldset className="flex max-h-44 flex-col overflow-y-auto">
      <legend className="text-xs text-sub">{words.fromTheCase}</legend>
      {there.map(({ id, name, size, byName }) => (
        <Checkbox
          key={id}
          isChosen={chosen.some((file) => file.id === id)}
          onChange={() => toggle(id)}
        >
          {name}{' '}
          <span className="text-xs text-sub">
            {sizeOf(size, language)}　{byName}
          </span>
        </Checkbox>
      ))}
    </fieldset>
  )
}
