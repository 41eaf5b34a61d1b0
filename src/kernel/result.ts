/**
 * A refusal is a value: what kind of "no" (the HTTP status hangs on it), which one (its sentence hangs
 * on the code) and the data the sentence needs. Unexpected errors are thrown instead.
 */
export type RefusalKind =
  | 'invalid' // the request cannot be understood or breaks a rule of form
  | 'unauthenticated' // nobody is signed in
  | 'forbidden' // somebody is signed in who may not
  | 'missing' // there is no such thing for this viewer
  | 'conflict' // somebody else was quicker, or the state does not allow it any more
  | 'blocked' // a company rule says no
  | 'too-many'
  | 'too-large'

export type Refusal<Code extends string = string, Data = unknown> = {
  readonly kind: RefusalKind
  readonly code: Code
  readonly data: Data
}

export type Ok<T> = { readonly ok: true; readonly value: T }
export type No<R extends Refusal = Refusal> = { readonly ok: false; readonly refusal: R }
export type Result<T, R extends Refusal = Refusal> = Ok<T> | No<R>

export function ok<T>(value: T): Ok<T> {
  return { ok: true, value }
}

/** `refuse('conflict', 'commitments.already-kept', { keptAt })`. The code starts with its room's name. */
export function refuse<Code extends `${string}.${string}`, Data = Record<string, never>>(
  kind: RefusalKind,
  code: Code,
  data?: Data,
): No<Refusal<Code, Data>> {
  return { ok: false, refusal: { kind, code, data: data ?? ({} as Data) } }
}
