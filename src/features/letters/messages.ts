import { dictionary } from '#kernel/dictionary.ts'

type Kind = 'reply' | 'acknowledgement' | 'inquiry'
type Sent = { kind: Kind; to: string[] }
type Named = { kind: Kind; subject: string }
type Printed = { kind: keyof typeof papers.ja; addressee: string; subject: string }
type Held = { findings: readonly { message: string }[] }
type Posted = Printed & { on: string; how: keyof typeof ways.ja; tracking: string }
type Sizes = { total: number; megabytes: number }
type Stopped = Named & { arrived: number }
type Closed = { state: string; byName: string }
type Failed = Named & { trouble: string; said: string }

const nouns = {
  ja: { reply: 'メールの返事', acknowledgement: '受付のご連絡', inquiry: '部署への照会' },
  en: { reply: 'reply', acknowledgement: 'acknowledgement', inquiry: 'request' },
}

const papers = {
  ja: {
    apology: 'お詫び状',
    progress: '経過のご報告',
    answer: '回答書',
    refusal: 'お断りの手紙',
    warning: '警告書',
    'accident-report': '事故・苦情報告書',
  },
  en: {
    apology: 'letter of apology',
    progress: 'progress report',
    answer: 'answer',
    refusal: 'refusal',
    warning: 'warning',
    'accident-report': 'incident report',
  },
}

const ways = {
  ja: {
    ordinary: '普通郵便',
    recorded: '特定記録',
    registered: '書留',
    certified: '内容証明',
    'letter-pack': 'レターパック',
    'by-hand': '手渡し',
  },
  en: {
    ordinary: 'ordinary post',
    recorded: 'recorded post',
    registered: 'registered post',
    certified: 'certified content',
    'letter-pack': 'Letter Pack',
    'by-hand': 'by hand',
  },
}

function dayWords(on: string): string {
  const [, month, day] = on.split('-').map(Number)
  return `${month}/${day}`
}

const troublesJa: Readonly<Record<string, string>> = {
  unreachable: 'メールサーバーにつながりません。',
  'sign-in':
    'メールサーバーに、ユーザー名かパスワードを断られました。設定の「メールの窓口」を確かめてください。',
  encryption:
    'メールサーバーと暗号化した接続ができません。設定の「メールの窓口」を確かめてください。',
  certificate:
    'メールサーバーの証明書が、サーバーの名前と合いません。管理者に、設定の「メールの窓口」で確かめてもらってください。',
  recipient: 'このあて先では受け取れないと言われました。アドレスをお客様に確かめてください。',
  sender: 'この差出人では送れないと言われました。設定の「メールの窓口」を確かめてください。',
  'too-large': 'メールが大きすぎます。本文を短くしてください。',
  refused: 'メールサーバーに断られました。下の言葉を、サーバーの担当者に見せてください。',
  'no-mailbox':
    '送れる窓口がありません。設定の「メールの窓口」で、送信のサーバーを決めてください。',
  gate: '書いたあとで記録が変わり、直すところか理由の要るところができました。',
  attachment: '添えるファイルが記録にありません。選び直してお送りください。',
  signing:
    '署名の鍵を開けません。管理者に、設定の「メールの返事」で新しい鍵を作ってもらってください。',
  'gave-up':
    '1日のあいだ送り直しましたが、つながりませんでした。電話など別の方法でお知らせください。',
}
const troublesEn: Readonly<Record<string, string>> = {
  unreachable: 'The mail server cannot be reached.',
  'sign-in': 'The mail server refused user or password. Check the mailbox in the settings.',
  encryption: 'No encrypted connection to the mail server. Check the mailbox in the settings.',
  certificate:
    'The certificate of the mail server does not fit. Ask an administrator to check the mailbox.',
  recipient: 'This address takes no mail. Ask the customer for the right one.',
  sender: 'The server does not send for this sender. Check the mailbox in the settings.',
  'too-large': 'The mail is too large. Shorten it.',
  refused: 'The mail server refused it. Show its words to whoever looks after the server.',
  'no-mailbox': 'No mailbox can send. Set its outgoing server in the settings.',
  gate: 'The record has changed since, and something has to be changed or explained.',
  attachment: 'A file that goes with it is not in the record any more. Choose again.',
  signing: 'The key for its signature cannot be opened. Ask an administrator to make a new one.',
  'gave-up': 'It was tried for a day without success. Tell the customer in another way.',
}

function troubleWords(trouble: string, language: 'ja' | 'en'): string {
  return (language === 'ja' ? troublesJa : troublesEn)[trouble] ?? trouble
}

const withheldJa: Readonly<Record<string, string>> = {
  unfilled:
    '受付のご連絡は送っていません。文面に埋められない所があります。設定の「メールの返事」で直してください。',
  'thread-today': '受付のご連絡は送っていません。同じ件で、今日すでに送っています。',
  'address-today': '受付のご連絡は送っていません。このアドレスには、今日もう3通送っています。',
  'address-month': '受付のご連絡は送っていません。このアドレスには、ひと月に10通送っています。',
}
const withheldEn: Readonly<Record<string, string>> = {
  unfilled:
    'No acknowledgement was sent: its text has a place that nothing fills. Mend it in the settings.',
  'thread-today': 'No acknowledgement was sent: this thread had one today.',
  'address-today': 'No acknowledgement was sent: this address had three today.',
  'address-month': 'No acknowledgement was sent: this address had ten within a month.',
}

export const lettersMessages = dictionary({
  ja: {
    refusals: {
      'letters.draft-not-possible':
        'この下書きは、いまの記録からは作れません。一覧の理由を確かめて、別の種類を選んでください。',
      'letters.draft-overtaken':
        '見ているあいだに記録が変わりました。新しい下書きを読んでから、もう一度入れてください。',
      'letters.missing': 'そのメールは見つかりません。画面を開き直してください。',
      'letters.empty': '本文がありません。お客様へのお返事を書いてから送ってください。',
      'letters.no-subject': '件名がありません。件名を書いてから送ってください。',
      'letters.no-recipient': 'あて先がありません。お客様のアドレスを入れてください。',
      'letters.address-unreadable': ({ address }: { address: string }) =>
        `「${address}」はメールアドレスとして読めません。もう一度確かめてください。`,
      'letters.to-ourselves': ({ address }: { address: string }) =>
        `${address} は当社の窓口です。お客様のアドレスを入れてください。`,
      'letters.no-mailbox':
        '送れるメールの窓口がまだありません。管理者に、設定の「メールの窓口」で送信のサーバーを決めてもらってください。文面は残っています。',
      'letters.unseen':
        '書いているあいだに、届いたものがあります。まだ送っていません。文面は残っています。読んでから送ってください。',
      'letters.acknowledgement-held': ({ findings }: Held) =>
        `この文は、すべてのお客様に出せません。${findings.map(({ message }) => message).join('')}`,
      'letters.letterhead-held': ({ findings }: Held) =>
        `差出人は、どの手紙にも刷られます。${findings.map(({ message }) => message).join('')}`,
      'letters.gate': '送る前に、直すところか理由の要るところがあります。文面は残っています。',
      'letters.comment-empty': 'コメントが空です。ひとことか、代わりの言い方を書いてください。',
      'letters.comment-missing': 'そのコメントは見つかりません。画面を開き直してください。',
      'letters.comment-accepted':
        'この提案は、もう文面に入っています。戻すときは「前の文面」から選んでください。',
      'letters.comment-settled': 'このコメントは、もう片づいています。画面を開き直してください。',
      'letters.comment-others':
        '取り下げられるのは、書いた人だけです。「済み」か「見送る」を選んでください。',
      'letters.comment-why': '見送るわけを、ひとこと書いてください。',
      'letters.stretch-gone':
        '提案の付いた言葉が、もう文面にありません。提案を読んで、手で直してください。',
      'letters.nobody-asked': 'この人には頼めません。ほかの人を選んでください。',
      'letters.draft-missing': 'その書きかけは見つかりません。画面を開き直してください。',
      'letters.draft-moved':
        '書いているあいだに、別の画面で書きかけが直されました。どちらの文面も残っています。見くらべて選んでください。',
      'letters.draft-closed': ({ state, byName }: Closed) =>
        state === 'sent'
          ? `この返事は、${byName} さんがもう送りました。経過を読んでから、続きを書いてください。`
          : 'この書きかけは、もう閉じられています。文面はこの画面に残っています。新しく書き始めてください。',
      'letters.draft-another':
        '別の返事が書き始められています。そちらを送るか捨てるかしてから、戻してください。',
      'letters.nobody-writes': 'サインインした人だけができます。サインインしてからお使いください。',
      'letters.attachment-gone':
        '添えるファイルが、もう記録にありません。文面は残っています。ファイルを選び直してください。',
      'letters.attachment-program': ({ name }: { name: string }) =>
        `「${name}」は、多くのメールサーバーが危険なファイルとして断ります。PDFや写真にしてお送りください。`,
      'letters.attachments-too-large': ({ total, megabytes }: Sizes) =>
        `ファイルを合わせると${total}MBあり、${megabytes}MBまでしか送れません。数を減らすか、小さくしてください。文面は残っています。`,
      'letters.signing-domain':
        'このドメインでは署名できません。差出人のアドレスと同じドメインか、その上のドメインを入れてください。',
      'letters.signing-selector':
        'セレクタは、半角の英数字とハイフンで入れてください（例 uketome202611）。',
      'letters.signing-taken': ({ host }: { host: string }) =>
        `${host} の鍵は、もうあります。セレクタを別の名前にしてください。`,
      'letters.signing-unchecked':
        'まだ公開を確かめていません。「公開を確かめる」を押してから、署名を始めてください。',
      'letters.signing-unpublished':
        '公開されたレコードが、この鍵と合っていません。このまま署名すると、なりすましと見られます。レコードを直して、もう一度確かめてください。',
      'letters.signing-in-use': 'この鍵で署名しているところです。署名をやめてから消してください。',
      'letters.signing-missing': 'その鍵は見つかりません。画面を開き直してください。',
      'letters.still-waiting':
        'このメールは、まもなく送られます。止めるなら「取り消す」を押してください。',
      'letters.being-sent': 'いま送っているところです。結果が出るまでお待ちください。',
      'letters.gone':
        'このメールは、もう届けられました。続きがあれば、新しいメールでお送りください。',
      'letters.taken-back': 'このメールは取り消されています。送るときは、新しく書いてください。',
      'letters.perhaps-gone':
        'このメールは、もう届いているかもしれません。取り消せないので、お客様に確かめてください。',
      'letters.not-in-doubt':
        'このメールがどうなったかは、もう分かっています。画面を開き直してください。',
      'letters.placeholder-unknown': ({ names }: { names: string[] }) =>
        `「${names.join('」「')}」は埋められません。使える言葉から選び直してください。`,
    },
    events: {
      'letters.written': ({ kind, to }: Sent) =>
        `${to.join('、')} への${nouns.ja[kind]}を書きました。`,
      'letters.released': ({ kind }: Named) =>
        `${nouns.ja[kind]}を、確かめたうえで送ることにしました。`,
      'letters.cancelled': ({ kind, subject }: Named) =>
        `${nouns.ja[kind]}を取り消しました：${subject}`,
      'letters.stopped': ({ kind, arrived }: Stopped) =>
        arrived > 0
          ? `届いたものがあるので、${nouns.ja[kind]}を送らずに止めました。`
          : `記録が変わり、確かめるところができたので、${nouns.ja[kind]}を送らずに止めました。`,
      'letters.sent': ({ kind, to }: Sent) => `${to.join('、')} へ${nouns.ja[kind]}を送りました。`,
      'letters.delayed': ({ kind, trouble }: Failed) =>
        `${nouns.ja[kind]}をまだ送れていません。${troubleWords(trouble, 'ja')}しばらくして、もう一度送ります。`,
      'letters.failed': ({ kind, trouble }: Failed) =>
        `${nouns.ja[kind]}を送れませんでした。${troubleWords(trouble, 'ja')}`,
      'letters.unconfirmed': ({ kind }: Named) =>
        `${nouns.ja[kind]}が送れたかどうか確かめられません。お客様に届いたか確かめてください。`,
      'letters.bounced': ({ kind, reason }: Named & { reason: string }) =>
        `${nouns.ja[kind]}は届きませんでした：${reason}`,
      'letters.printed': ({ kind, addressee, subject }: Printed) =>
        kind === 'accident-report'
          ? `${papers.ja[kind]}を作りました：${subject}`
          : `${addressee}への${papers.ja[kind]}を印刷しました：${subject}`,
      'letters.posted': ({ kind, addressee, on, how, tracking }: Posted) =>
        `${addressee}への${papers.ja[kind]}を、${dayWords(on)}に${how === 'by-hand' ? 'お渡ししました' : `${ways.ja[how]}で投函しました`}${tracking === '' ? '' : `（お問い合わせ番号 ${tracking}）`}。`,
      'letters.posting-withdrawn': ({ kind, addressee }: Printed) =>
        `${addressee}への${papers.ja[kind]}の投函を、記録から取り消しました。`,
      'letters.acknowledgement-withheld': ({ reason }: { reason: string }) =>
        withheldJa[reason] ?? '受付のご連絡は送っていません。',
    },
  },
  en: {
    refusals: {
      'letters.draft-not-possible':
        'This letter cannot be drafted from the record as it is. See the reason in the list, and choose another kind.',
      'letters.draft-overtaken':
        'The record changed while you looked. Read the new draft, then put it in again.',
      'letters.missing': 'That letter was not found. Open the page again.',
      'letters.empty': 'There is no text. Write the reply before you send it.',
      'letters.no-subject': 'There is no subject. Write one before you send it.',
      'letters.no-recipient': 'There is no recipient. Enter the address of the customer.',
      'letters.address-unreadable': ({ address }) =>
        `“${address}” cannot be read as an address. Check it.`,
      'letters.to-ourselves': ({ address }) =>
        `${address} is our own mailbox. Enter the address of the customer.`,
      'letters.no-mailbox':
        'No mailbox can send yet. Ask an administrator to set its outgoing server. The text is kept.',
      'letters.unseen':
        'Something arrived while you were writing. Nothing was sent, and the text is kept. Read it, then send.',
      'letters.letterhead-held': ({ findings }) =>
        `The sender stands on every letter. ${findings.map(({ message }) => message).join(' ')}`,
      'letters.acknowledgement-held': ({ findings }) =>
        `This cannot go to everybody who writes: ${findings.map(({ message }) => message).join(' ')}`,
      'letters.gate': 'Something has to be changed or explained first. The text is kept.',
      'letters.comment-empty':
        'The comment is empty. Write a word, or other words for the stretch.',
      'letters.comment-missing': 'That comment was not found. Open the page again.',
      'letters.comment-accepted':
        'This suggestion stands in the text already. To undo it, choose an earlier text.',
      'letters.comment-settled': 'This comment is settled already. Open the page again.',
      'letters.comment-others': 'Only its writer can withdraw it. Choose “Done” or “Decline”.',
      'letters.comment-why': 'Say in a word why it is declined.',
      'letters.stretch-gone':
        'The words of this suggestion are not in the text any more. Read it and change the text by hand.',
      'letters.nobody-asked': 'This person cannot be asked. Choose somebody else.',
      'letters.draft-missing': 'That draft was not found. Open the page again.',
      'letters.draft-moved':
        'The draft was changed on another screen while you were writing. Both texts are kept. Compare and choose.',
      'letters.draft-closed': ({ state, byName }: Closed) =>
        state === 'sent'
          ? `${byName} has sent this reply already. Read the record, then go on.`
          : 'This draft is closed. Your text is still on this screen. Begin a new one.',
      'letters.draft-another':
        'Another reply has been begun. Send it or discard it before you take this one back.',
      'letters.nobody-writes': 'Only people who are signed in can do this. Sign in first.',
      'letters.attachment-gone':
        'A file that goes with it is not in the record any more. The text is kept; choose again.',
      'letters.attachment-program': ({ name }) =>
        `Most mail servers refuse “${name}” as dangerous. Send a PDF or a picture.`,
      'letters.attachments-too-large': ({ total, megabytes }) =>
        `The files have ${total} MB together, and ${megabytes} MB can be sent. Send fewer or smaller ones. The text is kept.`,
      'letters.signing-domain':
        'This domain cannot sign. Enter the domain of the sender or one above it.',
      'letters.signing-selector': 'A selector has Latin letters, digits and hyphens only.',
      'letters.signing-taken': ({ host }) =>
        `There is a key for ${host} already. Choose another selector.`,
      'letters.signing-unchecked': 'Check first whether the record is published.',
      'letters.signing-unpublished':
        'The published record does not fit this key; letters would look forged. Mend the record and check again.',
      'letters.signing-in-use': 'This key signs. Stop signing with it before you destroy it.',
      'letters.signing-missing': 'That key was not found. Open the page again.',
      'letters.still-waiting': 'This letter is about to leave. Take it back to stop it.',
      'letters.being-sent': 'It is being sent. Wait for the result.',
      'letters.gone': 'This letter has left. Write another one to go on.',
      'letters.taken-back': 'This letter was taken back. Write a new one.',
      'letters.perhaps-gone':
        'This letter may have arrived. Ask the customer; it cannot be taken back.',
      'letters.not-in-doubt': 'What became of this letter is known. Open the page again.',
      'letters.placeholder-unknown': ({ names }) =>
        `Nothing fills “${names.join('”, “')}”. Choose from the names that can be used.`,
    },
    events: {
      'letters.written': ({ kind, to }) => `A ${nouns.en[kind]} to ${to.join(', ')} was written.`,
      'letters.released': ({ kind }) => `The ${nouns.en[kind]} is sent after all.`,
      'letters.cancelled': ({ kind, subject }) =>
        `The ${nouns.en[kind]} was taken back: ${subject}`,
      'letters.stopped': ({ kind, arrived }) =>
        arrived > 0
          ? `The ${nouns.en[kind]} was stopped: something had arrived.`
          : `The ${nouns.en[kind]} was stopped: the record has changed, and it has to be looked at.`,
      'letters.sent': ({ kind, to }) => `The ${nouns.en[kind]} to ${to.join(', ')} was sent.`,
      'letters.delayed': ({ kind, trouble }) =>
        `The ${nouns.en[kind]} could not leave yet and is tried again. ${troubleWords(trouble, 'en')}`,
      'letters.failed': ({ kind, trouble }) =>
        `The ${nouns.en[kind]} could not be sent. ${troubleWords(trouble, 'en')}`,
      'letters.unconfirmed': ({ kind }) =>
        `Nobody knows whether the ${nouns.en[kind]} was sent. Find out whether it arrived.`,
      'letters.bounced': ({ kind, reason }) => `The ${nouns.en[kind]} did not arrive: ${reason}`,
      'letters.printed': ({ kind, addressee, subject }) =>
        kind === 'accident-report'
          ? `The ${papers.en[kind]} was made: ${subject}`
          : `The ${papers.en[kind]} to ${addressee} was printed: ${subject}`,
      'letters.posted': ({ kind, addressee, on, how, tracking }) =>
        `The ${papers.en[kind]} to ${addressee} was posted on ${dayWords(on)}, ${ways.en[how]}${tracking === '' ? '' : ` (${tracking})`}.`,
      'letters.posting-withdrawn': ({ kind, addressee }) =>
        `The ${papers.en[kind]} to ${addressee} was not posted after all.`,
      'letters.acknowledgement-withheld': ({ reason }) =>
        withheldEn[reason] ?? 'No acknowledgement was sent.',
    },
  },
})
