import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { TextField } from '#kit/TextField.tsx'
import { webMessages } from '../messages.ts'
import { signIn, type SignedIn } from '../session.ts'

type Trouble = Exclude<SignedIn, 'yes'> | 'missing'

/** Used by the page, and by the dialog when a session ends in the middle of work. */
export function SignInForm(props: { onDone: () => void; email?: string }) {
  const { signIn: words } = useMessages(webMessages)
  const [email, setEmail] = useState(props.email ?? '')
  const [password, setPassword] = useState('')
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [isBusy, setBusy] = useState(false)

  async function submit() {
    if (email.trim() === '' || password === '') return setTrouble('missing')
    setBusy(true)
    setTrouble(null)
    const signedIn = await signIn(email, password)
    setBusy(false)
    if (signedIn === 'yes') props.onDone()
    else setTrouble(signedIn)
  }

  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <TextField
        label={words.email}
        type="email"
        name="email"
        autoComplete="username"
        inputMode="email"
        value={email}
        onChange={setEmail}
        onEnter={() => void submit()}
        autoFocus={!props.email}
      />
      <TextField
        label={words.password}
        type="password"
        name="password"
        autoComplete="current-password"
        value={password}
        autoFocus={Boolean(props.email)}
        onChange={setPassword}
        onEnter={() => void submit()}
      />
      {trouble ? (
        <p role="alert" className="rounded-lg bg-red-bg px-3 py-2 text-sm text-red">
          {words[trouble]}
        </p>
      ) : null}
      <Button type="submit" kind="primary" size="large" isBusy={isBusy}>
        {isBusy ? words.signingIn : words.submit}
      </Button>
    </form>
  )
}
