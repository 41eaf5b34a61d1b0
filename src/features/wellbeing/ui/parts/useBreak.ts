import { useCommand } from '#kit/commands.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { clockTime } from '#kit/time.ts'
import { showToast } from '#kit/toasts.ts'
import { endBreak, takeBreak } from '../../contract.ts'
import { wellbeingMessages } from '../../messages.ts'

/** One key, and one rests; one key, and one is back. */
export function useBreak() {
  const { offer: words } = useMessages(wellbeingMessages).words
  const language = useLanguage()
  const take = useCommand(takeBreak)
  const end = useCommand(endBreak)
  return {
    isBusy: take.isSending || end.isSending,
    refusal: take.refusal ?? end.refusal,
    async take(minutes: number) {
      const answered = await take.send({ body: { minutes } })
      if (!answered.ok) return
      const time = clockTime(answered.value.untilAt, language)
      showToast({ text: words.began({ time }), tone: 'done' })
    },
    async end() {
      const answered = await end.send({})
      if (answered.ok) showToast({ text: words.ended, tone: 'done' })
    },
  }
}
