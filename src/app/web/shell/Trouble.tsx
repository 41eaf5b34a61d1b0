import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { Compass, Wrench } from 'lucide-react'
import { useEffect } from 'react'
import { RefusedError } from '#kit/answers.ts'
import { isMissingPart } from '#kit/later.ts'
import { kitMessages } from '#kit/messages.ts'
import { Button } from '#kit/Button.tsx'
import { EmptyState } from '#kit/EmptyState.tsx'
import { useMessages } from '#kit/language.tsx'
import { webMessages } from '../messages.ts'
import { usePageTitle } from './title.tsx'

export function NotFound() {
  const { lost } = useMessages(webMessages)
  usePageTitle(lost.title)
  return (
    <EmptyState
      icon={Compass}
      title={lost.title}
      actions={
        <Link to="/today" className="text-accent underline underline-offset-4">
          {lost.back}
        </Link>
      }
    >
      {lost.detail}
    </EmptyState>
  )
}

function said(error: unknown): string | undefined {
  return error instanceof RefusedError ? error.refusal.sentence : undefined
}

export function Broken({ error, reset }: ErrorComponentProps) {
  const { broken } = useMessages(webMessages)
  const { unreachable } = useMessages(kitMessages)
  const router = useRouter()
  usePageTitle(broken.title)
  useEffect(() => console.error(error), [error])
  return (
    <div role="alert">
      <EmptyState
        icon={Wrench}
        title={broken.title}
        actions={
          <Button
            kind="primary"
            onPress={() => {
              // A newer version has other file names: only a fresh page knows them.
              if (isMissingPart(error)) return location.reload()
              reset()
              void router.invalidate()
            }}
          >
            {broken.again}
          </Button>
        }
      >
        {said(error) ?? (isMissingPart(error) ? unreachable : broken.detail)}
      </EmptyState>
    </div>
  )
}

/** When there is no shell around it: the server cannot be reached, or the shell itself fails. */
export function BrokenAlone(props: ErrorComponentProps) {
  const words = useMessages(webMessages)
  return (
    <main className="grid min-h-dvh content-center">
      <h1 className="sr-only">{words.product}</h1>
      <Broken {...props} />
    </main>
  )
}
