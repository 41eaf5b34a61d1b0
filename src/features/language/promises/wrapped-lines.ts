import { type MappedText, rewrite } from '#kernel/japanese-text/mapped-text.ts'

/** Lines that break in mid-sentence (mail, letters) joined. */
export function unwrapped(mapped: MappedText): MappedText {
  if (!mapped.text.includes('\n')) return mapped
  return rewrite(
    mapped,
    /(?<=[、はがをにでともへの]|まで|より|から|[しりき])\n[\u3000 ]*(?=[ぁ-んァ-ヶ一-龯0-9])/gu,
    () => '',
  )
}
