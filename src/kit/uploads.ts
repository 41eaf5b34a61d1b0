import { useEffect, useState, useSyncExternalStore } from 'react'
import { browserIds } from '#kit/ids.ts'
import { forgetFile, keepFile, keptFiles } from '#kit/kept-files.ts'
import { sendFile, type SendEvent, type Sending, type Way } from '#kit/sending.ts'

/** `missing`: the browser could not keep it over a closed tab; it has to be chosen again. */
export type UploadState =
  | 'waiting'
  | 'sending'
  | 'paused'
  | 'retrying'
  | 'done'
  | 'refused'
  | 'missing'

export type Upload = {
  readonly key: string
  /** What it is sent for: a complaint's id. */
  readonly forId: string
  readonly name: string
  readonly size: number
  readonly type: string
  readonly state: UploadState
  /** Bytes on the other side, as far as we know. */
  readonly sent: number
  /** Why it was refused, and what to do. */
  readonly sentence: string
  readonly url: string | null
  readonly file: File | null
}

/** The uploads of one page, each with what it is doing. With `place`, they go on after the tab was closed. */
export function useUploads(endpoint: string, place: string | null, way: Way = {}) {
  const [queue] = useState(() => new UploadQueue(endpoint, place, way))
  const uploads = useSyncExternalStore(queue.subscribe, queue.all)
  useEffect(() => queue.open(), [queue])
  return { queue, uploads }
}

const firstPauseMs = 2000
const longestPauseMs = 30_000

/** Sends one file after the other; goes on by itself when the line is back, and where it stopped. */
export class UploadQueue {
  readonly #endpoint: string
  readonly #place: string | null
  readonly #way: Way
  readonly #listeners = new Set<() => void>()
  #all: readonly Upload[] = []
  #running: { key: string; sending: Sending } | null = null
  #pauseMs = firstPauseMs
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(endpoint: string, place: string | null, way: Way = {}) {
    this.#endpoint = endpoint
    this.#place = place
    this.#way = way
  }

  /** Begins with what an earlier tab has left; answers how to stop for now. */
  open(): () => void {
    const goOn = () => this.#next()
    globalThis.addEventListener('online', goOn)
    if (this.#place) void this.#load(this.#place)
    return () => {
      globalThis.removeEventListener('online', goOn)
      clearTimeout(this.#timer)
      if (this.#running) this.#stop(this.#running.key, 'waiting')
    }
  }

  readonly all = () => this.#all

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  add(forId: string, files: readonly File[]) {
    for (const file of files) {
      const same = this.#all.find(
        ({ state, name, size }) => state === 'missing' && name === file.name && size === file.size,
      )
      if (same) this.#change(same.key, { file, state: 'waiting' })
      else this.#begin(freshUpload(forId, file))
    }
    this.#next()
  }

  pause(key: string) {
    this.#stop(key, 'paused')
    this.#next()
  }

  resume(key: string) {
    this.#change(key, { state: 'waiting' })
    this.#next()
  }

  /** Takes it back on the other side, too, as long as it is not part of a record. */
  remove(key: string) {
    this.#stop(key, 'paused')
    const url = this.#all.find((each) => each.key === key)?.url
    const headers = { ...this.#way.headers, 'tus-resumable': '1.0.0' }
    const credentials = this.#way.isUnnamed ? 'omit' : 'same-origin'
    if (url) void fetch(url, { method: 'DELETE', headers, credentials }).catch(() => undefined)
    this.forget([key])
    this.#next()
  }

  forget(keys: readonly string[]) {
    this.#all = this.#all.filter(({ key }) => !keys.includes(key))
    this.#tell()
    if (this.#place) for (const key of keys) void forgetFile(key)
  }

  async #load(place: string) {
    const kept = await keptFiles(place)
    const known = new Set(this.#all.map(({ key }) => key))
    this.#all = [...kept.filter(({ key }) => !known.has(key)).map(fromKept), ...this.#all]
    this.#tell()
    this.#next()
  }

  #begin(upload: Upload) {
    this.#all = [...this.#all, upload]
    this.#tell()
    if (this.#place) void keepFile(asKept(this.#place, upload))
  }

  #next() {
    if (this.#running) return
    const upload = this.#all.find(({ state }) => state === 'waiting' || state === 'retrying')
    if (!upload?.file) return
    clearTimeout(this.#timer)
    const { key, file } = upload
    this.#change(key, { state: 'sending', sentence: '' })
    const order = { ...upload, file, endpoint: this.#endpoint, way: this.#way }
    this.#running = { key, sending: sendFile(order, (event) => this.#heard(key, event)) }
  }

  #heard(key: string, event: SendEvent) {
    if (event.what === 'url') return this.#change(key, { url: event.url })
    if (event.what === 'progress') {
      this.#pauseMs = firstPauseMs
      return this.#change(key, { sent: event.sent })
    }
    this.#running = null
    if (event.what === 'cut') return this.#again(key)
    if (event.what === 'done') this.#change(key, { state: 'done', sent: event.size, file: null })
    else this.#change(key, { state: 'refused', sentence: event.sentence })
    this.#next()
  }

  #again(key: string) {
    this.#change(key, { state: 'retrying' })
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#next(), this.#pauseMs)
    this.#pauseMs = Math.min(this.#pauseMs * 2, longestPauseMs)
  }

  #stop(key: string, state: UploadState) {
    if (this.#running?.key === key) {
      this.#running.sending.stop()
      this.#running = null
    }
    this.#change(key, { state })
  }

  #change(key: string, changes: Partial<Upload>) {
    this.#all = this.#all.map((each) => (each.key === key ? { ...each, ...changes } : each))
    this.#tell()
    const isLasting = 'url' in changes || 'file' in changes
    const upload = this.#all.find((each) => each.key === key)
    if (this.#place && upload && isLasting) void keepFile(asKept(this.#place, upload))
  }

  #tell() {
    for (const listener of this.#listeners) listener()
  }
}

function freshUpload(forId: string, file: File): Upload {
  const { name, size, type } = file
  const key = browserIds.next()
  return { key, forId, name, size, type, state: 'waiting', sent: 0, sentence: '', url: null, file }
}

function asKept(place: string, { key, forId, name, size, type, url, file, state }: Upload) {
  return { key, place, forId, name, size, type, url, file, isDone: state === 'done' }
}

function fromKept({
  isDone,
  place: _place,
  ...kept
}: Awaited<ReturnType<typeof keptFiles>>[number]): Upload {
  const state = isDone ? 'done' : kept.file ? 'waiting' : 'missing'
  return { ...kept, state, sent: isDone ? kept.size : 0, sentence: '' }
}
