import { CircleCheck, TriangleAlert } from 'lucide-react'
import { Badge } from '#kit/Badge.tsx'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { TextField } from '#kit/TextField.tsx'
import type { Trial } from '../../contract.ts'
import { playbooksMessages } from '../../messages.ts'

type Story = Trial['stories'][number]

/** How the stories went: what differs first, with the reason to publish all the same. */
export function Tried(props: {
  trial: Trial
  reasons: Readonly<Record<string, string>> | null
  change: (story: string, reason: string) => void
}) {
  const { words } = useMessages(playbooksMessages)
  const { problems, stories } = props.trial
  const failed = stories.filter((story) => !story.passed)
  const passed = stories.filter((story) => story.passed)
  return (
    <div className="flex flex-col gap-4">
      <Problems problems={problems} />
      {stories.length > 0 ? (
        <p role="status" className="font-semibold">
          {words.tryPassed({ passed: passed.length, count: stories.length })}
        </p>
      ) : null}
      {failed.length > 0 ? (
        <ul aria-label={words.failed} className="flex flex-col gap-4">
          {failed.map((story) => (
            <Failed key={story.story} {...props} story={story} />
          ))}
        </ul>
      ) : null}
      {passed.length > 0 ? (
        <Section
          title={words.passed}
          icon={CircleCheck}
          tone="green"
          count={passed.length}
          folds="shut"
        >
          <ul className="flex flex-col gap-1 text-sm text-sub">
            {passed.map(({ story, isOwn }) => (
              <li key={story}>
                {story} {isOwn ? <Badge tone="blue">{words.ownStory}</Badge> : null}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </div>
  )
}

function Problems({ problems }: Pick<Trial, 'problems'>) {
  const { words } = useMessages(playbooksMessages)
  if (problems.length === 0) return null
  return (
    <ul
      aria-label={words.tryProblems}
      className="flex flex-col gap-1 rounded-lg bg-red-bg p-3 text-sm text-red"
    >
      {problems.map(({ name, line, sentence }) => (
        <li key={`${name} ${line} ${sentence}`}>
          {name} {words.lineOf({ line, sentence })}
        </li>
      ))}
    </ul>
  )
}

function Failed(props: {
  story: Story
  reasons: Readonly<Record<string, string>> | null
  change: (story: string, reason: string) => void
}) {
  const { words } = useMessages(playbooksMessages)
  const { story, isOwn, failures } = props.story
  return (
    <li className="flex flex-col gap-1.5 border-s-3 border-orange ps-3 text-sm">
      <p className="flex flex-wrap items-center gap-2 font-semibold">
        <TriangleAlert aria-hidden size={15} className="text-orange" />
        {story}
        {isOwn ? <Badge tone="blue">{words.ownStory}</Badge> : null}
      </p>
      <ul className="flex flex-col gap-0.5 text-sub">
        {failures.map(({ line, sentence }) => (
          <li key={`${line} ${sentence}`}>{words.lineOf({ line, sentence })}</li>
        ))}
      </ul>
      {props.reasons && !isOwn ? (
        <TextField
          label={words.reason({ story })}
          hint={words.reasonHint}
          value={props.reasons[story] ?? ''}
          onChange={(reason) => props.change(story, reason)}
          maxLength={300}
        />
      ) : null}
    </li>
  )
}
