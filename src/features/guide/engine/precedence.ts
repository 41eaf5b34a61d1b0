import type { CueCode } from '#features/language/contract.ts'

/**
 * Which cue is answered first when one sentence lights several. First that nobody is hurt, then that nobody is left
 * alone with it; then what we owe before what is asked of us, because a question is heard only when the debt was named;
 * feelings before demands; and the end of a talk last of all.
 */
export const precedence: readonly { readonly cue: CueCode; readonly why: string }[] = [
  { cue: 'safety_accident', why: 'Fire, poison and wounds count in minutes.' },
  { cue: 'customer_crisis', why: 'A life in danger waits for nothing but first aid.' },
  { cue: 'privacy_breach', why: 'What has leaked spreads with every minute.' },
  { cue: 'confinement', why: 'Somebody is being held at this moment.' },
  { cue: 'threat_harm', why: 'Nobody answers demands while being threatened.' },
  { cue: 'refuses_to_leave', why: 'Others are in the room.' },
  { cue: 'sexual', why: 'It stops at once, whatever else was said.' },
  { cue: 'demands_prostration', why: 'A person’s dignity before the talk goes on.' },
  { cue: 'insult', why: 'How we are spoken to, before what about.' },
  { cue: 'broken_promise', why: 'Our own record shows it: named first, or nothing else is heard.' },
  { cue: 'no_response', why: 'They have waited for us long enough.' },
  {
    cue: 'repeat_contact',
    why: 'Telling it twice is where the anger comes from: take away the reason first.',
  },
  { cue: 'asks_supervisor', why: 'A plain request; unanswered it is made louder.' },
  { cue: 'asks_named_person', why: 'A plain request; unanswered it is made louder.' },
  { cue: 'anger_high', why: 'A feeling is received before anything that is demanded.' },
  { cue: 'staff_attitude', why: 'A hurt is received before anything that is demanded.' },
  { cue: 'says_not_informed', why: 'What they did not know explains what they ask.' },
  { cue: 'asks_compensation', why: 'A sum that was named is answered by the rules.' },
  { cue: 'hints_money', why: 'What is only hinted at is asked about, and never guessed.' },
  { cue: 'demands_deadline', why: 'The clock of a deadline runs while other demands wait.' },
  { cue: 'demands_visit', why: 'Decided with others, before it is answered.' },
  { cue: 'demands_document', why: 'Can be answered later, in writing.' },
  { cue: 'demands_punishment', why: 'Is not decided in a talk.' },
  { cue: 'demands_personal_info', why: 'Is not given; said once.' },
  { cue: 'threat_exposure', why: 'A means of pressing: the matter itself comes first.' },
  { cue: 'legal_action', why: 'Their right: the matter itself comes first.' },
  { cue: 'mentions_authority', why: 'Their right: the matter itself comes first.' },
  { cue: 'asks_refund', why: 'An ordinary remedy has its place on the main path.' },
  { cue: 'asks_exchange', why: 'An ordinary remedy has its place on the main path.' },
  { cue: 'asks_repair', why: 'An ordinary remedy has its place on the main path.' },
  { cue: 'churn_risk', why: 'Whoever is helped stays; pleading helps nobody.' },
  { cue: 'prolonging', why: 'A talk ends when everything else has been answered.' },
]

const places: ReadonlyMap<string, number> = new Map(
  precedence.map(({ cue }, place) => [cue, place]),
)

/** The place of the first of these cues; what is in no list comes after everything. */
export function placeOf(cues: readonly string[]): number {
  return Math.min(precedence.length, ...cues.map((cue) => places.get(cue) ?? precedence.length))
}
