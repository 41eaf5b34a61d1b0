export type RememberedFor<T> = {
  get(question: string): Promise<T>
  /** What is asked next is asked anew; what is being asked now is not kept. */
  clear(): void
}

/**
 * What a question was answered by, for so many milliseconds. Whoever asks the same meanwhile waits for the same answer.
 * A failure is asked again, and so is an answer that is not worth keeping.
 */
export function rememberedFor<T>(
  ms: number,
  ask: (question: string) => Promise<T>,
  isKept: (answer: T) => boolean = () => true,
): RememberedFor<T> {
  const answers = new Map<string, { readonly answer: Promise<T>; readonly at: number }>()
  return {
    clear: () => answers.clear(),
    get(question) {
      const now = performance.now()
      // The oldest stand first.
      for (const [old, { at }] of answers) {
        if (now - at < ms) break
        answers.delete(old)
      }
      const known = answers.get(question)
      if (known) return known.answer
      const answer = ask(question)
      answers.set(question, { answer, at: now })
      const forget = () => {
        if (answers.get(question)?.answer === answer) answers.delete(question)
      }
      answer.then((given) => isKept(given) || forget(), forget)
      return answer
    },
  }
}
