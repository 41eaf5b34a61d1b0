import { MessageCircle } from 'lucide-react'
import { Suspense, useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { Checkbox } from '#kit/Checkbox.tsx'
import { Choices } from '#kit/Choices.tsx'
import { useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { TextArea } from '#kit/TextArea.tsx'
import { TextField } from '#kit/TextField.tsx'
import { uploadPaths } from '../../../files/contract.ts'
import { talkFilesMessages } from '../../../files/messages.ts'
import { abouts, type Entrance } from '../../contract.ts'
import { talksMessages } from '../../messages.ts'
import { useBeginning, type Beginning } from './beginning.ts'
import { CodeShown } from './CodeShown.tsx'
import { Hints } from './Hints.tsx'

const ChooseFiles = later(() => import('../../../files/ui/parts/ChooseFiles.tsx'))
const SendFiles = later(() =>
  import('../../../files/ui/parts/AddFiles.tsx').then((module) => ({ default: module.SendFiles })),
)

/** One text, one choice of name, one button. */
export function Begin(props: { entrance: Entrance; memberId: string; onSent: () => void }) {
  const { words } = useMessages(talksMessages)
  const { words: files } = useMessages(talkFilesMessages)
  const form = useBeginning(props)
  const { typed, change } = form
  return (
    <div className="flex flex-col gap-5">
      <TextArea
        label={words.text}
        hint={words.kept}
        rows={6}
        value={form.text}
        onChange={form.write}
        onSend={form.send}
      />
      <Hints text={form.text} />
      <Choices
        label={words.about}
        choices={abouts.map((id) => ({ id, name: words.abouts[id] }))}
        value={typed.about}
        onChange={(about) => change({ about })}
      />
      <Choices
        label={words.naming}
        choices={[
          { id: 'named', name: words.named },
          { id: 'unnamed', name: words.unnamed },
        ]}
        value={typed.naming}
        onChange={(naming) => change({ naming })}
      />
      {typed.naming === 'named' ? (
        <p className="text-sm text-sub">{words.namedHint}</p>
      ) : (
        <CodeShown
          code={typed.code}
          isNoted={typed.isNoted}
          onNoted={(isNoted) => change({ isNoted })}
        />
      )}
      <Suspense>
        <ChooseFiles
          files={typed.files}
          hint={typed.naming === 'named' ? files.hint : files.hintUnnamed}
          onChange={(chosen) => change({ files: chosen })}
        />
      </Suspense>
      <Apart entrance={props.entrance} form={form} />
      <Refusal refusal={form.refusal} />
      <Button
        kind="primary"
        size="large"
        className="self-start max-sm:w-full"
        icon={<MessageCircle aria-hidden size={19} />}
        keys="mod+enter"
        keysInFields
        isBusy={form.isSending}
        isDisabled={!form.isReady}
        onPress={form.send}
      >
        {words.send}
      </Button>
      <Leaving form={form} onCame={props.onSent} />
    </div>
  )
}

function Leaving({ form, onCame }: { form: Beginning; onCame: () => void }) {
  const { words } = useMessages(talksMessages)
  if (form.outgoing.length === 0) return null
  return (
    <div className="flex flex-col gap-3">
      <p role="status" className="text-sm">
        {words.files.sending}
      </p>
      <Suspense>
        {form.outgoing.map((each) => (
          <SendFiles key={each.caseId} {...each} path={uploadPaths.talks} onCame={onCame} />
        ))}
      </Suspense>
    </div>
  )
}

/** What few need: closed until it is asked for. */
function Apart({ entrance, form }: { entrance: Entrance; form: Beginning }) {
  const { words } = useMessages(talksMessages)
  const [isOpen, setOpen] = useState(false)
  const { excluded, complaintNumber } = form.typed
  const turn = (id: string, isOut: boolean) =>
    form.change({ excluded: isOut ? [...excluded, id] : excluded.filter((each) => each !== id) })
  return (
    <div className="flex flex-col gap-3">
      <Button
        kind="quiet"
        size="small"
        className="self-start"
        isPressed={isOpen}
        onPress={() => setOpen(!isOpen)}
      >
        {words.more}
      </Button>
      {isOpen ? (
        <div className="flex flex-col gap-4 rounded-xl border border-line p-4">
          <fieldset className="flex flex-col gap-1">
            <legend className="text-sm font-medium">{words.exclude}</legend>
            <p className="text-xs text-sub">{words.excludeHint}</p>
            {entrance.counsellors.map(({ id, name, title }) => (
              <Checkbox
                key={id}
                isChosen={excluded.includes(id)}
                onChange={(isOut) => turn(id, isOut)}
              >
                {title ? `${name}（${title}）` : name}
              </Checkbox>
            ))}
          </fieldset>
          <TextField
            label={words.number}
            value={complaintNumber}
            onChange={(text) => form.change({ complaintNumber: text })}
          />
        </div>
      ) : null}
    </div>
  )
}
