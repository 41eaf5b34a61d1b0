import { Copy } from 'lucide-react'
import { useState } from 'react'
import { changeChatSettings, readChatSettings } from '#features/chat/contract.ts'
import { chatMessages } from '#features/chat/messages.ts'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { Checkbox } from '#kit/Checkbox.tsx'
import { copy } from '#kit/clipboard.ts'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { showToast } from '#kit/toasts.ts'

/** Whether customers may open a chat, and the line that puts it on the company's own pages. */
export default function ChatSettings() {
  const { settings: words } = useMessages(chatMessages).words
  const answer = useAnswer(readChatSettings, {})
  const change = useCommand(changeChatSettings)
  const [isCopied, setCopied] = useState(false)
  async function turn(isOn: boolean) {
    const answered = await change.send({ body: { isOn } })
    if (!answered.ok) return
    if (answer.state === 'ready') answer.again()
    showToast({ text: isOn ? words.on : words.off, tone: 'done' })
  }
  return (
    <>
      <p className="mb-3 max-w-prose text-sm text-sub">{words.lead}</p>
      <Answering answer={answer}>
        {({ isOn, slug }) => {
          const page = `${location.origin}/chat/${slug}`
          const line = `<script src="${location.origin}/chat.js" data-chat="${slug}" async></script>`
          return (
            <div className="card flex flex-col gap-4 p-5">
              <Checkbox isChosen={isOn} onChange={(next) => void turn(next)}>
                {words.isOn}
              </Checkbox>
              <Refusal refusal={change.refusal} />
              <p className="text-sm">
                {words.page}：
                <a href={page} className="text-accent underline underline-offset-4 wrap-anywhere">
                  {page}
                </a>
              </p>
              <div className="flex flex-col gap-2">
                <h3 className="text-sm">{words.embed}</h3>
                <p className="text-sm text-sub">{words.embedLead}</p>
                <code className="rounded-lg bg-gray-bg px-3 py-2 text-sm wrap-anywhere">
                  {line}
                </code>
                <Button
                  size="small"
                  className="self-start"
                  icon={<Copy aria-hidden size={15} />}
                  onPress={() => void copy(line).then(setCopied)}
                >
                  {isCopied ? words.copied : words.copy}
                </Button>
              </div>
            </div>
          )
        }}
      </Answering>
    </>
  )
}
