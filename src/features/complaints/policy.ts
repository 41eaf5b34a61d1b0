import { desk, leaders, readers, rule } from '#features/access/contract.ts'

export const canReadComplaints = rule('complaints.read', [...readers, 'department'], {
  keys: ['read-complaints'],
})
export const canNote = rule('complaints.note', [...desk, 'analyst'])
/** Words that speech-to-text has heard. */
export const canHear = rule('complaints.hear', [...desk, 'analyst'], { keys: ['send-transcripts'] })
export const canReadWords = rule('complaints.read-words', [...readers, 'department'], {
  keys: ['read-complaints', 'send-transcripts'],
})
export const canHandle = rule('complaints.handle', desk)
export const canClose = rule('complaints.close', desk)
export const canErase = rule('complaints.erase', ['admin'])
export const canSeal = rule('complaints.seal', leaders)
/** Figures of the whole company: for those who lead it and those who look for causes. */
export const canReadTallies = rule('complaints.read-tallies', [...leaders, 'analyst'])
