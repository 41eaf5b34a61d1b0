/**
 * Where the bytes of whole files are kept beside the database. A key is made of letters, digits, `-` and `/`; two stores
 * lay the same keys out alike, so that one can be copied into another.
 */
export type FileStore = {
  /** For people: the folder, or the address of the bucket. */
  readonly name: string
  /**
   * Keeps exactly these bytes, or throws and keeps nothing: they are counted and their SHA-256 (hex) is compared.
   * What was kept under the key before is replaced.
   */
  put(key: string, bytes: AsyncIterable<Uint8Array>, whole: Whole): Promise<void>
  /** From byte `from` to byte `to`, both included. Throws when there is no such file or it is shorter. */
  read(key: string, range: { from: number; to: number }): AsyncGenerator<Buffer>
  /** What is not there is no error. */
  remove(key: string): Promise<void>
}

/** `size` in bytes, at least one. */
export type Whole = { readonly size: number; readonly sha256: string }
