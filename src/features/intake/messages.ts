import { dictionary } from '#kernel/dictionary.ts'
import { englishMoment, japaneseMoment } from '#kernel/moments.ts'
import type { SamenessSign } from './same-matter/contract.ts'

type Bounce = {
  isPermanent: boolean
  why: 'no-such-address' | 'mailbox-full' | 'refused' | 'too-large' | 'delayed' | 'other'
  recipients: readonly { address: string }[]
}
type Seen = { site: string; author: string }
type How = { how: keyof typeof settledJa }
type Acknowledgement = { number: string; name: string; organisation: string }

type Paper = { channel: string; receivedOn: string; broughtBy: string }

export const intakeMessages = dictionary({
  ja: {
    words: {
      acknowledgement: ({
        number,
        name,
        organisation,
        until,
      }: Acknowledgement & { until: string }) =>
        `${name ? `${called(name)}、` : ''}お知らせくださり、ありがとうございます。受付番号 ${number} で、たしかに承りました。いただいた内容を担当の者が読み、${japaneseMoment(until)}までにご連絡いたします。（${organisation}）`,
      acknowledgementUnreached: ({ number, name, organisation }: Acknowledgement) =>
        `${name ? `${called(name)}、` : ''}お知らせくださり、ありがとうございます。受付番号 ${number} で、たしかに承りました。いただいた内容は担当の者が必ず読みます。ご連絡先を伺っていないため、お返事をご希望のときは、受付番号を添えてお知らせください。（${organisation}）`,
      suspected: '自動投稿の疑い（人からのお申し出なら、そのままご対応ください）',
    },
    refusals: {
      'intake.words-held': ({ words }: { words: string }) =>
        `「${words}」は、すべてのお客様に見える言葉には入れられません。消すか、書き直してください。まだ何も変えていません。`,
      'intake.older-closed': ({ number }: { number: string }) =>
        `${number} は終了しています。続きとして受けるときは、${number} を再開してから、もう一度加えてください。`,
      'intake.already-joined': ({ number }: { number: string }) =>
        `お客様の言葉は、もう ${number} に加わっています。画面を新しくしてください。`,
      'intake.not-the-same':
        'この件と同じ件の候補ではありません。画面を新しくして、候補から選んでください。',
      'intake.call-live': ({ number }: { number: string }) =>
        `まだ通話中です（${number}）。その通話に戻るか、終えてから、新しい通話を始めてください。`,
      'intake.call-missing':
        'その通話は見つかりません。受信箱から苦情を開き、通話を始め直してください。',
      'intake.call-over':
        'この通話はもう終わっています。続けるときは、もう一度お電話して通話を始めてください。',
      'intake.call-already-held':
        'もう保留にしています。お客様をお待たせしたままにしないでください。',
      'intake.call-not-held': '保留にはなっていません。そのままお話しください。',
      'intake.not-your-call': ({ handlerName }: { handlerName: string }) =>
        `これは${handlerName}さんの通話です。替わるときは、ご自分の通話を始めてください。`,
      'intake.nobody-calls':
        '通話を受ける人が分かりません。応対する人がサインインして始めてください。',
      'intake.no-such-form':
        'このアドレスの受付フォームはありません。お手数ですが、アドレスをもう一度お確かめください。',
      'intake.form-shut':
        'ただいま、このフォームでは受け付けておりません。お手数ですが、お電話でお聞かせください。お書きになったものは、この端末に残っています。',
      'intake.words-missing':
        'お困りのことが書かれていません。ひとことで構いませんので、お聞かせください。',
      'intake.words-too-long': ({ length, most }: { length: number; most: number }) =>
        `文章が長すぎて受け取れません（${length.toLocaleString('ja')}字）。${most.toLocaleString('ja')}字までに分けて、お送りください。`,
      'intake.email-unreadable': ({ email }: { email: string }) =>
        `メールアドレス「${email}」にはお返事を届けられません。「@」の前後をお確かめください。`,
      'intake.phone-unreadable': ({ phone }: { phone: string }) =>
        `電話番号「${phone}」は桁が足りないようです。市外局番からお書きください。`,
      'intake.review-stars-unreadable': ({ text }: { text: string }) =>
        `星の数「${text}」を読めません。0から5の数（3、4.5、2/5）か★で書き、もう一度取り込んでください。`,
      'intake.review-url-unreadable': ({ text }: { text: string }) =>
        `「${text}」は開けるページではありません。https:// から始まるURLに直すか空にして、もう一度取り込んでください。`,
      'intake.site-unreadable': ({ site }: { site: string }) =>
        `「${site}」はサイトのアドレスとして読めません。https://www.example.jp の形で書いてください。`,
      'intake.received-in-future':
        '受付日時が、いまより先になっています。届いた日時をお確かめください。',
      'intake.too-many': ({ minutes }: { minutes: number }) =>
        `同じところから続けて送られているため、いったん止めています。お書きになった内容は画面に残っています。${minutes}分ほど待って、もう一度お送りください。`,
      'intake.import-no-such-file': ({ file }: { file: string }) =>
        `${file} を開けません。場所と名前を確かめてください。`,
      'intake.import-no-such-format': ({
        asked,
        formats,
      }: {
        asked: string
        formats: readonly string[]
      }) => `形式「${asked}」は読めません。${formats.join('・')} のどれかにしてください。`,
      'intake.import-unreadable':
        'ファイルを読み取れません。UTF-8かCP932のCSV、JSON、Excel（.xlsx）で保存し直してください。',
      'intake.import-empty': 'ファイルに行がありません。見出しの行と、苦情の行を入れてください。',
      'intake.import-not-a-list':
        'JSONの中に苦情の一覧が見つかりません。[{…}, {…}] か {"complaints": [{…}]} の形にしてください。',
      'intake.import-no-words': ({ columns }: { columns: readonly string[] }) =>
        `お客様の言葉がどの列か分かりません（列: ${columns.join('、')}）。words=列名 を付けて、もう一度お試しください。`,
      'intake.import-no-such-field': ({
        field,
        fields,
      }: {
        field: string
        fields: readonly string[]
      }) => `「${field}」という項目はありません。使えるのは ${fields.join('、')} です。`,
      'intake.import-no-such-column': ({
        column,
        columns,
      }: {
        column: string
        columns: readonly string[]
      }) => `「${column}」という列はありません。ファイルにある列は ${columns.join('、')} です。`,
    },
    events: {
      'intake.perhaps-same': ({ otherNumber, isOlder, because }: Same) =>
        isOlder
          ? `同じお客様の ${otherNumber} と同じ件かもしれません（${sameJa[because]}）。お客様にはお伝えしていません。`
          : `同じお客様から ${otherNumber} が届きました。この件の続きかもしれません（${sameJa[because]}）。`,
      'intake.joined': ({ otherNumber, isOlder }: Joined) =>
        isOlder
          ? `お客様の言葉を ${otherNumber} に加えました。`
          : `${otherNumber} のお客様の言葉を、この件に加えました。`,
      'intake.call-started': ({ direction, phone }: { direction: string; phone: string | null }) =>
        `${direction === 'in' ? 'お電話を受けました' : 'お電話をかけました'}${phone ? `（${phone}）` : ''}。`,
      'intake.call-held': ({ reason }: { reason: string }) => `保留にしました：${reason}`,
      'intake.call-resumed': ({ heldSeconds }: { heldSeconds: number }) =>
        `保留から戻りました（${japaneseLength(heldSeconds)}お待たせしました）。`,
      'intake.call-ended': ({ seconds, how }: { seconds: number; how: string }) =>
        `${japaneseEnding(how)}（お話し ${japaneseLength(seconds)}）`,
      'intake.acknowledged': ({ nextContactAt }: { nextContactAt: string | null }) =>
        nextContactAt
          ? `受付をお知らせし、${japaneseMoment(nextContactAt)}までのご連絡をお伝えしました。`
          : '受付をお知らせしました。ご連絡先は伺っていません。',
      'intake.paper-received': ({ channel, receivedOn, broughtBy }: Paper) =>
        `${channel === 'letter' ? '手紙が届きました' : '窓口でお話を伺いました'}（${dayInWords(receivedOn)}${broughtBy ? `、${broughtBy}` : ''}）`,
      'intake.mail-received': ({ from, subject }: { from: string; subject: string }) =>
        `メールが届きました：${subject || '件名なし'}（${from || '差出人不明'}）`,
      'intake.mail-bounced': (bounce: Bounce) =>
        `お送りしたメールが${bounce.isPermanent ? '届きませんでした' : 'まだ届いていません'}${named(bounce)}：${japaneseWhy[bounce.why]}`,
      'intake.imported': ({ from, line, byName }: { from: string; line: number; byName: string }) =>
        `${byName ? `${byName}さんが` : 'コマンドで、'}「${from}」の${line}行目から取り込みました。`,
      'intake.review-seen': ({ site, author }: Seen) =>
        `${site || 'インターネット'}で${author ? `${author}さんの` : ''}書き込みを確認しました。`,
      'intake.review-settled': ({ how, reason }: How & { reason: string }) =>
        `口コミを「${settledJa[how]}」としました${reason ? `：${reason}` : '。'}`,
      'intake.review-reopened': () => '口コミの扱いを「これから」に戻しました。',
    },
  },
  en: {
    words: {
      acknowledgement: ({ number, name, organisation, until }) =>
        `${name ? `${name}, thank you` : 'Thank you'} for telling us. We have received it as ${number}. A person will read it and contact you by ${englishMoment(until)} (Japan time). — ${organisation}`,
      acknowledgementUnreached: ({ number, name, organisation }) =>
        `${name ? `${name}, thank you` : 'Thank you'} for telling us. We have received it as ${number}, and a person will read it. You left no way to reach you: if you would like an answer, write to us again with this number. — ${organisation}`,
      suspected: 'Perhaps sent by a machine (if a person wrote it, handle it as usual)',
    },
    refusals: {
      'intake.words-held': ({ words }) =>
        `“${words.replaceAll('」「', '”, “')}” cannot stand where every customer reads it. Take it out or say it otherwise. Nothing was changed.`,
      'intake.older-closed': ({ number }) =>
        `${number} is closed. Reopen it, then add the words again.`,
      'intake.already-joined': ({ number }) =>
        `The words are in ${number} already. Reload the page.`,
      'intake.not-the-same': 'That is not the complaint that was found. Reload the page.',
      'intake.call-live': ({ number }) =>
        `You are still on a call (${number}). Go back to it, or end it before starting another.`,
      'intake.call-missing':
        'That call was not found. Open the complaint from the inbox and start the call again.',
      'intake.call-over': 'This call has ended. To go on, call again and start a new one.',
      'intake.call-already-held': 'The call is on hold already. Do not leave the customer waiting.',
      'intake.call-not-held': 'The call is not on hold. Simply go on talking.',
      'intake.not-your-call': ({ handlerName }) =>
        `This is ${handlerName}'s call. To take over, start a call of your own.`,
      'intake.nobody-calls': 'Nobody is there to take the call. Sign in and start it yourself.',
      'intake.no-such-form': 'There is no form at this address. Please check the address.',
      'intake.form-shut':
        'This form takes nothing at the moment. Please call us. What you have written stays on this device.',
      'intake.words-missing': 'Nothing has been written yet. A single sentence is enough.',
      'intake.words-too-long': ({ length, most }) =>
        `The text is too long (${length.toLocaleString('en')} characters). Send it in parts of at most ${most.toLocaleString('en')}.`,
      'intake.email-unreadable': ({ email }) =>
        `No answer can reach “${email}”. Please check both sides of the “@”.`,
      'intake.phone-unreadable': ({ phone }) =>
        `The telephone number “${phone}” seems to lack digits. Write it with the area code.`,
      'intake.review-stars-unreadable': ({ text }) =>
        `The stars “${text}” cannot be read. Write 0 to 5 (3, 4.5, 2/5) or ★, and import it again.`,
      'intake.review-url-unreadable': ({ text }) =>
        `“${text}” is no page. Write a URL that begins with https://, or leave it empty, and import it again.`,
      'intake.site-unreadable': ({ site }) =>
        `“${site}” is no address of a site. Write it like https://www.example.com.`,
      'intake.received-in-future': 'The time of receipt lies in the future. Check when it arrived.',
      'intake.too-many': ({ minutes }) =>
        `Too many were sent from the same place in a row. Your text is kept on the screen; wait about ${minutes} min and send it again.`,
      'intake.import-no-such-file': ({ file }) =>
        `${file} cannot be opened. Check where it lies and what it is called.`,
      'intake.import-no-such-format': ({ asked, formats }) =>
        `The format “${asked}” cannot be read. Use one of ${formats.join(', ')}.`,
      'intake.import-unreadable':
        'The file cannot be read. Save it as CSV in UTF-8 or CP932, JSON, or Excel (.xlsx).',
      'intake.import-empty': 'The file has no rows. It needs a heading and at least one complaint.',
      'intake.import-not-a-list':
        'There is no list of complaints in the JSON. Use [{…}, {…}] or {"complaints": [{…}]}.',
      'intake.import-no-words': ({ columns }) =>
        `It is not clear which column holds the customer's words (columns: ${columns.join(', ')}). Add words=column and try again.`,
      'intake.import-no-such-field': ({ field, fields }) =>
        `There is no field “${field}”. Use one of ${fields.join(', ')}.`,
      'intake.import-no-such-column': ({ column, columns }) =>
        `There is no column “${column}”. The file has ${columns.join(', ')}.`,
    },
    events: {
      'intake.perhaps-same': ({ otherNumber, isOlder, because }) =>
        isOlder
          ? `Perhaps the same matter as ${otherNumber} of this customer (${sameEn[because]}). The customer was told nothing of it.`
          : `${otherNumber} came in from this customer and perhaps goes on with this one (${sameEn[because]}).`,
      'intake.joined': ({ otherNumber, isOlder }) =>
        isOlder
          ? `The customer’s words were added to ${otherNumber}.`
          : `The customer’s words of ${otherNumber} were added here.`,
      'intake.call-started': ({ direction, phone }) =>
        `${direction === 'in' ? 'A call came in' : 'We called'}${phone ? ` (${phone})` : ''}.`,
      'intake.call-held': ({ reason }) => `Put on hold: ${reason}`,
      'intake.call-resumed': ({ heldSeconds }) =>
        `Back from hold after ${englishLength(heldSeconds)}.`,
      'intake.call-ended': ({ seconds, how }) =>
        `${englishEnding(how)} (talked for ${englishLength(seconds)})`,
      'intake.acknowledged': ({ nextContactAt }) =>
        nextContactAt
          ? `Acknowledged; the customer was told to hear from us by ${englishMoment(nextContactAt)}.`
          : 'Acknowledged; the customer left no way to be reached.',
      'intake.paper-received': ({ channel, receivedOn, broughtBy }) =>
        `${channel === 'letter' ? 'A letter arrived' : 'Somebody came to the counter'} (${englishDate(receivedOn)}${broughtBy ? `, ${broughtBy}` : ''})`,
      'intake.mail-received': ({ from, subject }) =>
        `A mail arrived: ${subject || 'no subject'} (${from || 'unknown sender'})`,
      'intake.mail-bounced': (bounce) =>
        `Our mail ${bounce.isPermanent ? 'did not arrive' : 'has not arrived yet'}${named(bounce)}: ${englishWhy[bounce.why]}`,
      'intake.imported': ({ from, line, byName }) =>
        `${byName || 'A command'} imported it from line ${line} of “${from}”.`,
      'intake.review-seen': ({ site, author }) =>
        `Seen on ${site || 'the internet'}${author ? `, written by ${author}` : ''}.`,
      'intake.review-settled': ({ how, reason }) =>
        `The review: ${settledEn[how]}${reason ? ` (${reason})` : ''}.`,
      'intake.review-reopened': () => 'The review waits again.',
    },
  },
})

type Joined = { otherNumber: string; isOlder: boolean }
type Same = Joined & { because: SamenessSign }
const sameJa = { number: '受付番号が書かれています', order: '注文番号が同じです' } as const
const sameEn = { number: 'it names the number', order: 'it is about the same order' } as const

const japaneseWhy: Record<Bounce['why'], string> = {
  'no-such-address': '宛先が見つかりません。アドレスをお確かめください。',
  'mailbox-full': '先方のメールボックスがいっぱいです。別の方法でのご連絡をお考えください。',
  refused: '先方のサーバーに受け取りを断られました。別の方法でのご連絡をお考えください。',
  'too-large': 'メールが大きすぎます。添付を減らして、送り直してください。',
  delayed: '先方のサーバーが混んでいるようです。配送は続いています。',
  other: '理由は、届いた知らせを開くと分かります。',
}
const englishWhy: Record<Bounce['why'], string> = {
  'no-such-address': 'there is no such address. Check how it is written.',
  'mailbox-full': 'their mailbox is full. Think of another way to reach them.',
  refused: 'their server refused it. Think of another way to reach them.',
  'too-large': 'it is too large. Send it again with fewer attachments.',
  delayed: 'their server seems to be busy, and delivery goes on.',
  other: 'open the notice to see why.',
}

function named({ recipients }: Bounce): string {
  return recipients.length > 0 ? `（${recipients.map(({ address }) => address).join('、')}）` : ''
}

function called(name: string): string {
  return /[様殿]$/u.test(name) ? name : `${name}様`
}

function dayInWords(day: string): string {
  const { month, day: date, dayOfWeek } = Temporal.PlainDate.from(day)
  return `${month}月${date}日（${'月火水木金土日'[dayOfWeek - 1] ?? ''}）`
}

function englishDate(day: string): string {
  const words = { weekday: 'short', day: 'numeric', month: 'long' } as const
  return Temporal.PlainDate.from(day).toLocaleString('en-GB', words)
}

function japaneseLength(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  return minutes === 0 ? `${seconds}秒` : `${minutes}分${seconds % 60 ? `${seconds % 60}秒` : ''}`
}

function englishLength(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  return minutes === 0 ? `${seconds} s` : `${minutes} min ${seconds % 60} s`
}

function japaneseEnding(how: string): string {
  if (how === 'agreed') return 'お互いに納得して通話を終えました'
  if (how === 'caller-hung-up') return 'お客様が先に電話を切られました'
  if (how === 'cut-off') return '通話が途中で切れました'
  return '会社の決まりにもとづき、こちらから通話を終えました'
}

function englishEnding(how: string): string {
  if (how === 'agreed') return 'The call ended in agreement'
  if (how === 'caller-hung-up') return 'The customer hung up'
  if (how === 'cut-off') return 'The line was cut off'
  return 'We ended the call under the company rules'
}

const settledJa = {
  checking: '社内で確認',
  answered: '返信した',
  'answered-elsewhere': 'ほかで返信済み',
  'moved-to-private': '個別のやりとりへ',
  'left-alone': 'そっとしておく',
}
const settledEn = {
  checking: 'being looked into',
  answered: 'answered',
  'answered-elsewhere': 'answered elsewhere',
  'moved-to-private': 'moved to private',
  'left-alone': 'left alone',
}
