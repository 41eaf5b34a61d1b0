import type { Position } from '../../../contract.ts'

const tag = 'visit-presses'

export function openWorker(): void {
  if (!('serviceWorker' in navigator)) return
  void navigator.serviceWorker
    .register('/visit-worker.js', { scope: '/visit/' })
    .catch(() => undefined)
}

/** Where the browser can, the worker sends what waits when the line is back, also while the page is closed. */
export function sendWhenBack(): void {
  if (!('serviceWorker' in navigator)) return
  void navigator.serviceWorker.ready
    .then((worker) => {
      const sync: unknown = Reflect.get(worker, 'sync')
      return isSync(sync) ? sync.register(tag) : undefined
    })
    .catch(() => undefined)
}

/** 0 … 1; null where the browser does not say. */
export async function batteryLevel(): Promise<number | null> {
  if (!hasBattery(navigator)) return null
  const battery = await navigator.getBattery().catch(() => null)
  return battery ? battery.level : null
}

/** A short shake, where the phone can. */
export function shake(kind: 'soon' | 'due'): void {
  if ('vibrate' in navigator) navigator.vibrate(kind === 'due' ? [180, 90, 180] : 120)
}

/** Asked for when the person agrees, so that nothing is asked on the screen when it matters. */
export async function askForPosition(): Promise<void> {
  await position()
}

/** Null unless the phone gives it without asking anything. */
export async function positionNow(): Promise<Position | null> {
  const known = await navigator.permissions?.query({ name: 'geolocation' }).catch(() => null)
  return known?.state === 'granted' ? position() : null
}

function position(): Promise<Position | null> {
  const options = { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 }
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy: accuracyMeters }, timestamp }) =>
        resolve({ latitude, longitude, accuracyMeters, at: new Date(timestamp).toISOString() }),
      () => resolve(null),
      options,
    )
  })
}

type Sync = { register(tag: string): Promise<void> }
type WithBattery = { getBattery(): Promise<{ readonly level: number }> }

function isSync(value: unknown): value is Sync {
  return typeof value === 'object' && value !== null && 'register' in value
}

function hasBattery(value: object): value is WithBattery {
  return 'getBattery' in value
}
