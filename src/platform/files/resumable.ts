/** Where the bytes of an upload go, piece by piece; any node may go on with what another began. */
export type Receiving = {
  readonly begin: (id: string, size: number) => Promise<void>
  /** Undefined when there is no such upload, or not for this sender. */
  readonly find: (id: string) => Promise<{ size: number; received: number } | undefined>
  /** False when this is no longer the place where the next byte belongs: somebody else was quicker. */
  readonly append: (id: string, at: number, bytes: Buffer) => Promise<boolean>
  /** All bytes are here. */
  readonly finish: (id: string) => Promise<void>
  /** False when it may not be taken back any more. */
  readonly drop: (id: string) => Promise<boolean>
}

/** Answers one request of the tus protocol 1.0.0 (creation, termination). `id`: of the upload that is asked for or begun. */
export async function receiveResumably(
  request: Request,
  receiving: Receiving,
  place: { path: string; id: string },
): Promise<Response> {
  const { answerWith } = await import('./pieces.ts')
  return answerWith(request, receiving, place)
}
