import type { z } from 'zod'
import type { inquiriesEvents } from '#features/inquiries/contract.ts'
import type { CaseRecord, Recorded, RecordedInquiry } from '../record/contract.ts'

type Said<T extends keyof typeof inquiriesEvents> = z.output<(typeof inquiriesEvents)[T]>
type Asked = Pick<CaseRecord, 'inquiries'>
type Place = Pick<Recorded, 'at'>
type Named = { readonly inquiryId: string }

/** What the record learns from what departments are asked and answer. */
export const whoWasAsked = {
  'inquiries.asked': asked,
  'inquiries.answered': (
    record: Asked,
    { inquiryId, byName, text }: Said<'inquiries.answered'>,
    { at }: Place,
  ) => became(record, inquiryId, { state: 'answered', answer: { byName, text, at } }),
  'inquiries.asked-back': (record: Asked, { inquiryId }: Named) =>
    became(record, inquiryId, { state: 'asked-back' }),
  'inquiries.told': (record: Asked, { inquiryId }: Named) =>
    became(record, inquiryId, { state: 'asked' }),
  'inquiries.declined': (record: Asked, { inquiryId }: Named) =>
    became(record, inquiryId, { state: 'declined' }),
  'inquiries.date-moved': (record: Asked, { inquiryId, dueAt }: Said<'inquiries.date-moved'>) =>
    became(record, inquiryId, { dueAt }),
  'inquiries.withdrawn': (record: Asked, { inquiryId }: Named) =>
    became(record, inquiryId, { state: 'withdrawn' }),
}

function asked(
  { inquiries }: Asked,
  { inquiryId, departmentId, departmentName, question, dueAt, byName }: Said<'inquiries.asked'>,
  { at: askedAt }: Place,
): Asked {
  const who = { inquiryId, departmentId, departmentName, question, dueAt, byName }
  const now: RecordedInquiry = { ...who, state: 'asked', askedAt, answer: null }
  return { inquiries: [...inquiries.filter((each) => each.inquiryId !== inquiryId), now] }
}

function became({ inquiries }: Asked, inquiryId: string, change: Partial<RecordedInquiry>): Asked {
  return {
    inquiries: inquiries.map((each) =>
      each.inquiryId === inquiryId ? { ...each, ...change } : each,
    ),
  }
}
