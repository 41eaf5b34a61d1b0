import { useId, type KeyboardEvent, type Ref } from 'react'
import { cueName } from './cue-name.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { isEnter, isSend } from '#kit/keys.ts'
import type { Finding } from '#features/language/contract.ts'
import { languageMessages } from '#features/language/messages.ts'
import { Marks } from './parts/Marks.tsx'
import { useAdvice, useCues } from './reading.ts'

export type CueFieldProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly speaker: 'customer' | 'operator' | 'internal'
  readonly placeholder?: string
  readonly rows?: number
  /** A plain Enter that ends no composition: only for the note line of a call. */
  readonly onEnter?: () => void
  readonly onSend?: () => void
  readonly onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void
  readonly areaRef?: Ref<HTMLTextAreaElement>
  readonly describedBy?: string
  readonly className?: string
}

// Both layers must break their lines at the same places.
const type = 'px-3 py-2 text-base leading-relaxed whitespace-pre-wrap [overflow-wrap:anywhere]'

/** A text field in which the cues light up while one types. */
export function CueField(props: CueFieldProps) {
  const id = useId()
  const cues = useCues(props.speaker, props.value)
  const advice = useAdvice(props.speaker, props.value)
  return (
    <div className="flex flex-col gap-1">
      <div
        className={`relative grid rounded-lg border border-field-line/60 bg-surface hover:border-field-line has-focus-visible:border-accent has-focus-visible:outline-2 has-focus-visible:outline-accent ${props.className ?? ''}`}
      >
        <div aria-hidden className={`col-start-1 row-start-1 text-transparent ${type}`}>
          <Marks text={props.value} cues={cues} />{' '}
        </div>
        <textarea
          ref={props.areaRef}
          aria-label={props.label}
          aria-describedby={[`${id}-cues`, `${id}-advice`, props.describedBy ?? '']
            .join(' ')
            .trim()}
          value={props.value}
          rows={props.rows ?? 1}
          placeholder={props.placeholder}
          autoComplete="off"
          onChange={(event) => props.onChange(event.target.value)}
          onKeyDown={(event) => onKeyDown(event, props)}
          className={`relative col-start-1 row-start-1 resize-none overflow-hidden bg-transparent text-ink outline-none ${type}`}
        />
      </div>
      <Heard id={`${id}-cues`} codes={[...new Set(cues.map(({ code }) => code))]} />
      <Advice id={`${id}-advice`} text={props.value} advice={advice} />
    </div>
  )
}

function Heard(props: { id: string; codes: readonly string[] }) {
  const { words } = useMessages(languageMessages)
  const language = useLanguage()
  const names = props.codes.map((code) => cueName(code, language))
  return (
    <p id={props.id} className={names.length === 0 ? 'sr-only' : 'text-xs text-orange'}>
      {names.length === 0 ? '' : words.heard({ names: names.join(words.comma) })}
    </p>
  )
}

function Advice(props: { id: string; text: string; advice: readonly Finding[] }) {
  const { words } = useMessages(languageMessages)
  return (
    <ul id={props.id} className="flex flex-col text-xs text-orange empty:hidden">
      {props.advice.slice(0, 3).map(({ rule, start, end, message }) => (
        <li key={`${rule}/${start}`}>
          {words.advised({ name: words.rules[rule], said: props.text.slice(start, end), message })}
        </li>
      ))}
    </ul>
  )
}

function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>, props: CueFieldProps) {
  props.onKeyDown?.(event)
  if (event.defaultPrevented) return
  if (props.onSend && isSend(event.nativeEvent)) {
    event.preventDefault()
    props.onSend()
  } else if (props.onEnter && isEnter(event.nativeEvent)) {
    event.preventDefault()
    props.onEnter()
  }
}
