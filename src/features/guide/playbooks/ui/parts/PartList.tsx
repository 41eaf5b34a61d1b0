import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Badge, type Tone } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import type { Part, PlayLine, Workbench } from '../../contract.ts'
import { playbooksMessages } from '../../messages.ts'
import { AddDialog } from './AddDialog.tsx'

type Chosen = { readonly part: Part; readonly name: string }
type Choosing = { readonly chosen: Chosen | null; readonly choose: (chosen: Chosen) => void }

const tiers = ['opening', 'safety', 'protect', 'cue', 'main'] as const

/** Every play by its tier, then the company's stories. */
export function PartList(
  props: Choosing & { workbench: Workbench; language: 'ja' | 'en'; mayChange: boolean },
) {
  const { words } = useMessages(playbooksMessages)
  const { plays, stories } = props.workbench
  const others = plays.filter(({ tier }) => !tiers.some((each) => each === tier))
  return (
    <nav
      aria-label={words.plays}
      className="flex flex-col gap-3 max-lg:max-h-64 lg:sticky lg:top-4 lg:max-h-[calc(100dvh-6rem)] lg:self-start overflow-y-auto rounded-lg border border-line bg-surface p-2"
    >
      {tiers.map((tier) => (
        <Plays
          key={tier}
          {...props}
          title={words.tiers[tier]}
          plays={plays.filter((play) => play.tier === tier)}
        />
      ))}
      <Plays {...props} title={words.otherTier} plays={others} />
      <div className="flex flex-col gap-0.5">
        <h3 className="px-2 text-2xs text-sub">{words.stories}</h3>
        {stories.length === 0 ? <p className="px-2 text-xs text-sub">{words.noStories}</p> : null}
        {stories.map(({ name }) => (
          <Row key={name} {...props} part="story" name={name} title={name} />
        ))}
      </div>
      {props.mayChange ? <Adding {...props} /> : null}
    </nav>
  )
}

function Plays(props: Choosing & { title: string; plays: readonly PlayLine[] }) {
  if (props.plays.length === 0) return null
  return (
    <div className="flex flex-col gap-0.5">
      <h3 className="px-2 text-2xs text-sub">{props.title}</h3>
      {props.plays.map((play) => (
        <Row
          key={play.name}
          {...props}
          part="play"
          name={play.name}
          title={play.title}
          play={play}
        />
      ))}
    </div>
  )
}

const tones = { shipped: 'gray', changed: 'blue', added: 'green', off: 'gray' } as const

function Row(props: Choosing & Chosen & { title: string; play?: PlayLine }) {
  const { words } = useMessages(playbooksMessages)
  const { part, name, play, chosen } = props
  const isChosen = chosen?.part === part && chosen.name === name
  return (
    <button
      type="button"
      aria-current={isChosen ? 'true' : undefined}
      onClick={() => props.choose({ part, name })}
      className="tap flex cursor-pointer flex-col items-start gap-0.5 rounded-md px-2 py-1 text-start -outline-offset-2 hover:bg-gray-bg aria-[current]:bg-accent-bg aria-[current]:text-accent"
    >
      <span className="text-sm font-medium">{name}</span>
      {props.title === name ? null : <span className="text-2xs text-sub">{props.title}</span>}
      {play ? (
        <span className="flex flex-wrap gap-1 empty:hidden">
          <Mark tone={tones[play.state]} text={words.states[play.state]} />
          <Mark tone="orange" text={words.upgrades[play.upgrade]} />
        </span>
      ) : null}
    </button>
  )
}

function Mark({ tone, text }: { tone: Tone; text: string }) {
  return text === '' ? null : <Badge tone={tone}>{text}</Badge>
}

function Adding(props: Choosing & { language: 'ja' | 'en' }) {
  const { words } = useMessages(playbooksMessages)
  const [part, setPart] = useState<Part | null>(null)
  const plus = <Plus aria-hidden size={15} />
  return (
    <div className="flex flex-col gap-1.5">
      <Button size="small" icon={plus} onPress={() => setPart('play')}>
        {words.addPlay}
      </Button>
      <Button size="small" icon={plus} onPress={() => setPart('story')}>
        {words.addStory}
      </Button>
      {part ? (
        <AddDialog
          part={part}
          language={props.language}
          onAdded={(name) => props.choose({ part, name })}
          onClose={() => setPart(null)}
        />
      ) : null}
    </div>
  )
}
