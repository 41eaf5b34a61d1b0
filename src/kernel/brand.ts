declare const brand: unique symbol

/** `Brand<string, 'ComplaintId'>`: a string that only the place that checks it may mint. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name }
