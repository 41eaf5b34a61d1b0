import { z } from 'zod'

/** What somebody has written so far. */
const formDraft = z.object({
  /** Of the complaint that it will be: what is sent for it in the meantime bears it, too. */
  id: z.string(),
  about: z.string(),
  words: z.string(),
  name: z.string(),
  phone: z.string(),
  email: z.string(),
  product: z.string(),
  orderNumber: z.string(),
  happenedOn: z.string(),
  expectedOutcome: z.string(),
})
export type FormDraft = z.output<typeof formDraft>

export const emptyDraft: FormDraft = {
  id: '',
  about: '',
  words: '',
  name: '',
  phone: '',
  email: '',
  product: '',
  orderNumber: '',
  happenedOn: '',
  expectedOutcome: '',
}

export function understandDraft(kept: unknown): FormDraft | null {
  const read = formDraft.partial().safeParse(kept)
  return read.success ? formDraft.parse({ ...emptyDraft, ...read.data }) : null
}

/** In the shape of the wall: empty fields are left out. */
export function toSend({ id, about, words, name, phone, email, ...details }: FormDraft) {
  return {
    id,
    ...(about === '' ? {} : { about }),
    words: words.trim(),
    customer: filled({ name, phone, email }),
    details: filled(details),
  }
}

function filled(fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, text]) =>
      text.trim() === '' ? [] : [[name, text.trim()]],
    ),
  )
}
