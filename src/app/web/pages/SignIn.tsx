import { useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { ChevronRight, UserRound } from 'lucide-react'
import { readDemoSignIns, type DemoSignIn } from '#features/access/contract.ts'
import { useAnswer } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'
import { tellSignedIn } from '#kit/session.ts'
import { webMessages } from '../messages.ts'
import { signIn } from '../session.ts'
import { LanguageSwitch } from '../shell/LanguageSwitch.tsx'
import { Mark } from '../shell/Mark.tsx'
import { SignInForm } from '../shell/SignInForm.tsx'
import { usePageTitle } from '../shell/title.tsx'

export default function SignIn() {
  const words = useMessages(webMessages)
  const router = useRouter()
  const client = useQueryClient()
  const { next } = useSearch({ from: '/sign-in' })
  const demo = useAnswer(readDemoSignIns, {})
  usePageTitle(words.signIn.title)

  function enter() {
    // A page of its own, which the staff's screens do not know.
    if (next?.startsWith('/visit/')) return location.assign(next)
    tellSignedIn()
    client.clear()
    router.history.push(next ?? '/today')
  }

  return (
    <main className="grid min-h-dvh content-center justify-items-center gap-6 p-4 py-10">
      <div className="flex flex-col items-center gap-2 text-center">
        <Mark size={44} />
        <h1 className="text-3xl tracking-wide">{words.product}</h1>
        <p className="word-break-phrase text-sub">{words.signIn.lead}</p>
      </div>
      <section className="card w-full max-w-sm p-6" aria-label={words.signIn.title}>
        <SignInForm onDone={enter} />
      </section>
      {demo.state === 'ready' && demo.value.signIns.length > 0 ? (
        <DemoSignIns people={demo.value.signIns} enter={enter} />
      ) : null}
      <LanguageSwitch />
    </main>
  )
}

function DemoSignIns(props: { people: readonly DemoSignIn[]; enter: () => void }) {
  const { signIn: words } = useMessages(webMessages)
  return (
    <section className="w-full max-w-sm">
      <h2 className="text-sm">{words.demo}</h2>
      <p className="mb-2 text-xs text-sub">{words.demoHint}</p>
      <ul className="card divide-y divide-line-soft overflow-hidden">
        {props.people.map((person) => (
          <li key={person.email}>
            <button
              type="button"
              onClick={() => {
                void signIn(person.email, person.password).then(
                  (signedIn) => signedIn === 'yes' && props.enter(),
                )
              }}
              className="tap flex w-full cursor-pointer items-center gap-3 px-4 py-2.5 text-start -outline-offset-2 hover:bg-accent-bg"
            >
              <UserRound aria-hidden size={18} className="text-sub" />
              <span className="flex-1">
                <span className="block text-sm font-semibold">{person.name}</span>
                <span className="block text-xs text-sub">{person.title}</span>
                {person.note === '' ? null : (
                  <span className="block text-xs text-sub">{person.note}</span>
                )}
              </span>
              <ChevronRight aria-hidden size={16} className="text-sub" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
