const tokyoMs = 9 * 3_600_000

/** In Japan, whatever the clock of this machine: `2026-11-24` and `17:00`. */
export function tokyoParts(at: string | number): { day: string; time: string } {
  const local = new Date(new Date(at).getTime() + tokyoMs).toISOString()
  return { day: local.slice(0, 10), time: local.slice(11, 16) }
}

export function momentOf(day: string, time: string): string {
  return new Date(`${day}T${time}:00+09:00`).toISOString()
}
