import { KeyRound } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { call, type Refused } from '#kit/call.ts'
import { browserToken } from '#kit/ids.ts'
import { useMessages } from '#kit/language.tsx'
import { LanguageLink } from '#kit/LanguageLink.tsx'
import { TextField } from '#kit/TextField.tsx'
import {
  addUnnamed,
  code as codeSchema,
  readUnnamed,
  wishErasureUnnamed,
  type Talk,
} from '../contract.ts'
import { talksMessages } from '../messages.ts'
import { timelessId } from '../rules.ts'
import { grouped } from './parts/code.ts'
import { TalkView } from './parts/TalkView.tsx'

/** `/consult/:slug`: whoever gave no name reads and goes on with a code. Nothing is kept in this browser. */
export default function ByCode({ slug }: { slug: string }) {
  const { words } = useMessages(talksMessages)
  const [opened, setOpened] = useState<{ talk: Talk; code: string } | null>(null)
  useEffect(() => {
    document.title = words.page.title
  }, [words])
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-2xl flex-col gap-6 px-4 py-5 sm:px-6 sm:py-8">
      <header className="flex justify-end">
        <LanguageLink />
      </header>
      <main className="flex flex-col gap-6">
        <h1 className="word-break-phrase text-2xl">{words.page.title}</h1>
        <p className="text-sub">{words.page.lead}</p>
        {opened ? (
          <>
            <TalkView
              talk={opened.talk}
              draftKey="code"
              source={{ by: 'code', slug, code: opened.code }}
              send={send}
              again={() => void again()}
              wish={wish}
            />
            <Button className="self-start" onPress={() => setOpened(null)}>
              {words.page.leave}
            </Button>
          </>
        ) : (
          <Ask slug={slug} onOpened={(talk, code) => setOpened({ talk, code })} />
        )}
      </main>
    </div>
  )

  async function again() {
    const code = opened?.code ?? ''
    const answered = await call(readUnnamed, { params: { slug }, body: { code } })
    if (answered.ok) setOpened({ talk: answered.value, code })
  }
  async function wish(isWished: boolean) {
    const code = opened?.code ?? ''
    const answered = await call(wishErasureUnnamed, { params: { slug }, body: { code, isWished } })
    if (answered.ok) setOpened({ talk: answered.value, code })
    return answered
  }
  async function send(said: string) {
    const code = opened?.code ?? ''
    const body = { code, id: timelessId(browserToken().slice(0, 32)), words: said }
    const answered = await call(addUnnamed, { params: { slug }, body })
    if (answered.ok) setOpened({ talk: answered.value, code })
    return answered
  }
}

function Ask(props: { slug: string; onOpened: (talk: Talk, code: string) => void }) {
  const { words } = useMessages(talksMessages)
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const [asking, setAsking] = useState<Refused | 'busy' | null>(null)
  async function open() {
    const code = grouped(typed)
    setWrong(!codeSchema.safeParse(code).success)
    if (!codeSchema.safeParse(code).success || asking === 'busy') return
    setAsking('busy')
    const answered = await call(readUnnamed, { params: { slug: props.slug }, body: { code } })
    setAsking(answered.ok ? null : answered.refusal)
    if (answered.ok) props.onOpened(answered.value, code)
  }
  return (
    <div className="flex flex-col gap-4">
      <TextField
        label={words.page.field}
        hint={words.page.fieldHint}
        value={typed}
        onChange={setTyped}
        onSend={() => void open()}
        error={isWrong ? words.page.wrong : null}
        className="font-mono text-lg"
      />
      <Refusal refusal={asking === 'busy' ? null : asking} />
      <Button
        kind="primary"
        size="large"
        className="self-start max-sm:w-full"
        icon={<KeyRound aria-hidden size={18} />}
        isBusy={asking === 'busy'}
        onPress={() => void open()}
      >
        {words.page.open}
      </Button>
    </div>
  )
}
