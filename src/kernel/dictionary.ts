/** The languages the product speaks. Japanese is the original; English follows it key by key. */
export type Language = 'ja' | 'en'

/** A word, or a sentence that is made from values. */
// `never` as the parameter lets a sentence function of any values in.
export type Phrase = string | ((values: never) => string)
export type Words = { readonly [key: string]: Phrase | Words }

/** The same keys and the same parameters, other words. A missing key or parameter is a type error. */
export type Translated<T> = {
  readonly [K in keyof T]: T[K] extends (values: infer V) => string
    ? (values: V) => string
    : T[K] extends string
      ? string
      : Translated<T[K]>
}

export type Dictionary<T extends Words> = { readonly ja: T; readonly en: Translated<T> }

/** One per room, in messages.ts: `words` for screens, `refusals` by code, `events` by event type. */
export function dictionary<const T extends Words>(languages: {
  ja: T
  en: Translated<NoInfer<T>>
}): Dictionary<T> {
  return languages
}
