import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { Compass, Wrench } from 'lucide-react'
import { useEffect } from 'react'
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

export function Broken({ error, reset }: ErrorComponentProps) {
  const { broken } = useMessages(webMessages)
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
              reset()
              void router.invalidate()
            }}
          >
            {broken.again}
          </Button>
        }
      >
        {broken.detail}
      </EmptyState>
    </div>
  )
}
