import { Paperclip, X } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { FilePicker } from '#kit/FilePicker.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { sizeOf } from '#kit/sizes.ts'
import { talkFilesMessages } from '../../messages.ts'

/** Files that go with what is being written; they stay in this tab until it is sent. */
export default function ChooseFiles(props: {
  files: readonly File[]
  hint: string
  onChange: (files: readonly File[]) => void
}) {
  const { words } = useMessages(talkFilesMessages)
  const language = useLanguage()
  const { files, onChange } = props
  return (
    <div className="flex flex-col gap-3">
      <FilePicker
        label={words.add}
        hint={props.hint}
        onFiles={(chosen) => onChange([...files, ...chosen])}
      />
      {files.length === 0 ? null : (
        <ul aria-label={words.chosen} className="flex flex-col gap-2">
          {files.map((file) => (
            <li
              key={`${file.name}/${file.size}/${file.lastModified}`}
              className="flex items-center gap-3 rounded-xl border border-line bg-surface p-1.5 ps-3 text-sm"
            >
              <Paperclip aria-hidden size={16} className="shrink-0 text-sub" />
              <span className="min-w-0 flex-1 truncate">{file.name}</span>
              <span data-figures className="text-xs text-sub">
                {sizeOf(file.size, language)}
              </span>
              <Button
                kind="quiet"
                label={words.takeOut({ name: file.name })}
                icon={<X aria-hidden size={18} />}
                onPress={() => onChange(files.filter((each) => each !== file))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
