import type { EditorView } from '@codemirror/view'
import { useEffect, useEffectEvent, useImperativeHandle, useLayoutEffect, useRef } from 'react'
import type { Ref } from 'react'
import {
  addLine,
  bring,
  fixNearest,
  goToMark,
  insert,
  mark,
  openWriting,
  type WritingMark,
  type WritingNames,
} from '#kit/writing-area.ts'

export type WritingHandle = {
  /** The hands go on there, with the cursor where it was. */
  readonly focus: () => void
  readonly goTo: (way: 'next' | 'previous') => boolean
  /** What was put there; null when nothing could be mended. */
  readonly fix: () => string | null
  readonly insert: (words: string) => boolean
  /** On a line of its own behind the one of the cursor. */
  readonly addLine: (words: string) => boolean
}

type WritingAreaProps = WritingNames & {
  readonly value: string
  readonly onChange: (value: string) => void
  /** They are about just this value. */
  readonly marks: readonly WritingMark[]
  readonly isComposing: boolean
  readonly onComposing: (isComposing: boolean) => void
  readonly onPlace: (mark: WritingMark | null) => void
  readonly fixName: (fix: string) => string
  /** How many places are open while they are filled in one after the other; null when nobody does. */
  readonly onFilling?: (left: number | null) => void
  /** A slash on an empty line, in place of the letter. */
  readonly onSlash?: () => void
  /** Something else on the screen is written first. */
  readonly leavesFocus?: boolean | undefined
  readonly handle: Ref<WritingHandle>
  readonly className?: string
}

/**
 * A text of some length in which places are marked, explained and mended by key. While an input method composes, nothing
 * in it is marked, moved or rewritten by anybody else. It takes the focus when it opens, with the cursor at the end, or
 * leaves it.
 */
export function WritingArea(props: WritingAreaProps) {
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const known = useRef(props.value)
  const events = {
    onChange: useEffectEvent((text: string) => {
      known.current = text
      props.onChange(text)
    }),
    onComposing: useEffectEvent((isComposing: boolean) => props.onComposing(isComposing)),
    onPlace: useEffectEvent((at: WritingMark | null) => props.onPlace(at)),
    fixName: useEffectEvent((fix: string) => props.fixName(fix)),
    onFilling: useEffectEvent((left: number | null) => props.onFilling?.(left)),
    onSlash: useEffectEvent(() => {
      props.onSlash?.()
      return props.onSlash !== undefined
    }),
  }
  const open = useEffectEvent((parent: HTMLElement) => {
    const opened = openWriting(parent, known.current, props, events)
    if (!props.leavesFocus) opened.focus()
    return opened
  })
  const markAnew = useEffectEvent((marks: readonly WritingMark[]) => {
    const { current } = view
    if (current && current.state.doc.toString() === props.value) mark(current, marks, events)
  })
  useEffect(() => {
    if (!place.current) return
    const opened = open(place.current)
    view.current = opened
    return () => {
      view.current = null
      opened.destroy()
    }
  }, [])
  // Before the next key: what was typed meanwhile would be taken for old.
  useLayoutEffect(() => {
    if (props.isComposing || !view.current || props.value === known.current) return
    known.current = props.value
    bring(view.current, props.value)
  }, [props.value, props.isComposing])
  useEffect(() => {
    if (!props.isComposing) markAnew(props.marks)
  }, [props.marks, props.isComposing])
  useImperativeHandle(props.handle, () => handleOf(view), [])
  return <div ref={place} className={props.className} />
}

function handleOf(view: { readonly current: EditorView | null }): WritingHandle {
  return {
    focus: () => view.current?.focus(),
    goTo: (way) => view.current !== null && goToMark(view.current, way),
    fix: () => view.current && fixNearest(view.current),
    insert: (words) => view.current !== null && insert(view.current, words),
    addLine: (words) => view.current !== null && addLine(view.current, words),
  }
}
