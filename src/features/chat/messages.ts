import { dictionary } from '#kernel/dictionary.ts'
import { englishMoment, japaneseMoment } from '#kernel/moments.ts'

type Acknowledged = {
  number: string
  /** ISO instants. */
  until: string
  opensAt: string
  isReachable: boolean
}
type Farewell = {
  number: string
  agreed: string
  next: { words: string; dueAt: string } | null
}
type Contact = { phone?: string | undefined; email?: string | undefined }

const leave = (isReachable: boolean) =>
  isReachable
    ? 'お知らせいただいたご連絡先にも、お返事できます。'
    : 'メールか電話番号を残していただければ、そちらにもお返事できます。'
const leaveEn = (isReachable: boolean) =>
  isReachable
    ? 'We can also answer where you told us.'
    : 'If you leave an e-mail address or a phone number, we can also answer there.'

/** What the desk sees of a chat, and what is said in it by itself. */
export const chatMessages = dictionary({
  ja: {
    words: {
      title: 'チャット',
      reply: 'チャットで返す',
      toCustomer: 'お客様に、すぐ届きます。',
      asName: ({ name }: { name: string }) => `お客様には「${name}」と表示されます`,
      text: 'お客様への返事',
      placeholder: '短く、三行まで。何をしているかを書きます。',
      send: '送る',
      readAndSend: '読みました。送る',
      take: '受ける',
      takeOver: '替わって受ける',
      takenBy: ({ name }: { name: string }) => `${name}が応対しています`,
      nobody: 'まだ誰も受けていません。送ると、あなたが受けます。',
      there: 'お客様はこの画面を開いています',
      gone: 'お客様は画面を閉じています。返事は、次に開いたときに届きます。',
      typing: 'お客様が入力しています…',
      read: '読まれました',
      unread: 'まだ読まれていません',
      over: 'このチャットは終わりました。お客様が続きを書くと、また始まります。',
      end: '終える',
      endTitle: '終わりのことば',
      endLead: 'まとめと次の約束を送って、チャットを終えます。苦情はこのまま続きます。',
      sendAndEnd: '送って終える',
      endSilently: '何も送らずに終える',
      back: '返事にもどる',
      backToNote: 'メモにもどる',
      sent: '送りました',
      ended: 'チャットを終えました',
      waiting: 'チャットでお待ちの方',
      waitingFor: ({ minutes }: { minutes: number }) =>
        minutes < 1 ? 'いま' : `${minutes.toLocaleString('ja')}分`,
      away: '画面を閉じています',
      told: ({ count }: { count: number }) => `チャットでお待ちの方が${count}人います`,
      newcomer: ({ who }: { who: string }) => `${who}がチャットでお待ちです`,
      someone: 'お客様',
      sama: ({ name }: { name: string }) => (/[様殿]$/u.test(name) ? name : `${name}様`),
      hide: 'あとで',
      farewell: ({ number, agreed, next }: Farewell) =>
        [
          ...(agreed ? [`ここまでで、次のとおり決まりました。\n${agreed}`] : []),
          ...(next
            ? [`${japaneseMoment(next.dueAt)}までに、次のことをいたします。\n${next.words}`]
            : []),
          `受付番号は ${number} です。続きは、この画面にいつでもお書きください。`,
        ].join('\n\n'),
      acknowledged: {
        here: ({ number, until, isReachable }: Acknowledged) =>
          `お知らせくださり、ありがとうございます。受付番号は ${number} です。担当の者が読み、この画面でお返事します。画面を閉じても、${japaneseMoment(until)}までに必ずここにお返事を書きます。${leave(isReachable)}`,
        away: ({ number, until, isReachable }: Acknowledged) =>
          `お知らせくださり、ありがとうございます。受付番号は ${number} です。いまは席にいる者がおりません。${japaneseMoment(until)}までに担当の者が読み、この画面にお返事を書きます。${leave(isReachable)}`,
        closed: ({ number, until, opensAt, isReachable }: Acknowledged) =>
          `お知らせくださり、ありがとうございます。受付番号は ${number} です。いまは受付の時間外で、次に始まるのは${japaneseMoment(opensAt)}です。${japaneseMoment(until)}までに担当の者が読み、この画面にお返事を書きます。${leave(isReachable)}`,
      },
      contactLeft: ({ phone, email }: Contact) =>
        `ご連絡先：${[phone, email].filter(Boolean).join('、')}`,
      cameBack: 'お客様がチャットの続きを書かれました',
      settings: {
        title: 'チャット',
        lead: 'お客様が、アカウントなしで、小さな窓から話しかけられます。はじめの一言で苦情として受け付け、番号と次のご連絡の日時をその場でお知らせします。受付の時間と、席にいる人がいるかどうかを、そのままお伝えします。',
        isOn: 'チャットを開く',
        on: 'チャットを開きました',
        off: 'チャットを閉じました。続いている会話は、そのまま続けられます。',
        page: 'お客様の画面',
        embed: '自社のページに置く',
        embedLead:
          'この一行を、ページの </body> の前に置きます。右下に「チャットで話す」のボタンが出ます。置けるのは、フォームを置けるサイトと同じです。',
        copy: '写す',
        copied: '写しました',
      },
    },
    refusals: {
      'chat.off':
        'いまチャットは受け付けていません。お申し出フォームかお電話でお知らせください。書いたものは残っています。',
      'chat.unknown':
        'この会話は見つからないか、開ける期間が過ぎています。新しくお書きください。受付番号があれば、はじめにお書きください。',
      'chat.open-already': 'この窓では、別の会話が続いています。画面を開き直してください。',
      'chat.no-contact': '電話番号かメールアドレスを、どちらか一つお書きください。',
      'chat.missing': 'この苦情にチャットはありません。メールか電話でお返事してください。',
      'chat.empty': '返事がありません。ひとこと書いてから送ってください。',
      'chat.over':
        'このチャットは終わっています。まだ送っていません。文面は残っています。メールか電話でお返事してください。',
      'chat.someone-elses': ({ name }: { name: string }) =>
        `${name || 'ほかの人'}が応対しています。まだ送っていません。替わるときは「替わって受ける」を押してから送ってください。`,
      'chat.taken-meanwhile': ({ name }: { name: string }) =>
        name
          ? `${name}が先に受けました。画面を見てから、要るときだけ替わってください。`
          : 'このチャットは、いまは誰も受けていません。もう一度「受ける」を押してください。',
      'chat.yours': 'もうあなたが受けています。そのまま返事を書いてください。',
      'chat.nobody-answers': 'チャットを受けるには、人としてサインインしてください。',
    },
    events: {
      'chat.opened': 'チャットで話しかけられました。',
      'chat.taken': ({ memberName, insteadOf }: { memberName: string; insteadOf: string | null }) =>
        insteadOf
          ? `${memberName}が${insteadOf}に替わってチャットを受けました。`
          : `${memberName}がチャットを受けました。`,
      'chat.reasons-given': ({ reasons }: { reasons: readonly { reason: string }[] }) =>
        `返事を送る理由：${reasons.map(({ reason }) => reason).join('、')}`,
      'chat.ended': ({ by }: { by: string }) =>
        by === 'customer' ? 'お客様がチャットを終えられました。' : 'チャットを終えました。',
    },
  },
  en: {
    words: {
      title: 'Chat',
      reply: 'Reply in the chat',
      toCustomer: 'Goes to the customer at once.',
      asName: ({ name }) => `Customers see “${name}”`,
      text: 'Reply to the customer',
      placeholder: 'Short, three lines at most. Say what you are doing.',
      send: 'Send',
      readAndSend: 'I have read it. Send',
      take: 'Take it',
      takeOver: 'Take it over',
      takenBy: ({ name }) => `${name} is answering`,
      nobody: 'Nobody has taken it yet. Sending makes it yours.',
      there: 'The customer has this window open',
      gone: 'The customer has closed the window. Your reply is there when they open it again.',
      typing: 'The customer is writing…',
      read: 'Read',
      unread: 'Not read yet',
      over: 'This chat is over. It begins again when the customer writes.',
      end: 'End',
      endTitle: 'Last words',
      endLead: 'Send the summary and the next promise, and end the chat. The complaint goes on.',
      sendAndEnd: 'Send and end',
      endSilently: 'End without a word',
      back: 'Back to the reply',
      backToNote: 'Back to the note',
      sent: 'Sent',
      ended: 'The chat is over',
      waiting: 'Waiting in the chat',
      waitingFor: ({ minutes }) => (minutes < 1 ? 'now' : `${minutes.toLocaleString('en')} min`),
      away: 'window closed',
      told: ({ count }) => `Waiting in the chat: ${count}`,
      newcomer: ({ who }) => `${who} is waiting in the chat`,
      someone: 'A customer',
      sama: ({ name }) => name,
      hide: 'Later',
      farewell: ({ number, agreed, next }) =>
        [
          ...(agreed ? [`This is what we agreed:\n${agreed}`] : []),
          ...(next ? [`By ${englishMoment(next.dueAt)} we will do this:\n${next.words}`] : []),
          `Your number is ${number}. You can write here again at any time.`,
        ].join('\n\n'),
      acknowledged: {
        here: ({ number, until, isReachable }) =>
          `Thank you for telling us. Your number is ${number}. A person reads it and answers in this window. If you close it, the answer will be here by ${englishMoment(until)} (Japan time). ${leaveEn(isReachable)}`,
        away: ({ number, until, isReachable }) =>
          `Thank you for telling us. Your number is ${number}. Nobody is at the desk right now. A person reads it and answers in this window by ${englishMoment(until)} (Japan time). ${leaveEn(isReachable)}`,
        closed: ({ number, until, opensAt, isReachable }) =>
          `Thank you for telling us. Your number is ${number}. The desk is closed now and opens again on ${englishMoment(opensAt)} (Japan time). A person reads it and answers in this window by ${englishMoment(until)}. ${leaveEn(isReachable)}`,
      },
      contactLeft: ({ phone, email }) =>
        `How to reach me: ${[phone, email].filter(Boolean).join(', ')}`,
      cameBack: 'The customer went on in the chat',
      settings: {
        title: 'Chat',
        lead: 'Customers talk to you from a small window, without an account. Their first words begin a complaint, and they have a number and a date at once. They are told truly when the desk is open and whether somebody is there.',
        isOn: 'Open the chat',
        on: 'The chat is open',
        off: 'The chat is closed. Conversations that have begun can go on.',
        page: 'What customers see',
        embed: 'Put it on your own pages',
        embedLead:
          'Put this line before </body>. A button appears in the lower right corner. It works on the sites that may show the form.',
        copy: 'Copy',
        copied: 'Copied',
      },
    },
    refusals: {
      'chat.off':
        'The chat is closed at the moment. Please use the form or the telephone. What you wrote is still here.',
      'chat.unknown':
        'This conversation was not found, or it is too long ago. Please begin a new one. If you have a number, write it first.',
      'chat.open-already': 'Another conversation is going on in this window. Please open it again.',
      'chat.no-contact': 'Please enter a phone number or an e-mail address.',
      'chat.missing': 'This complaint has no chat. Answer by mail or telephone.',
      'chat.empty': 'There is no reply. Write a few words before you send it.',
      'chat.over':
        'This chat is over. Nothing was sent, and the text is kept. Answer by mail or telephone.',
      'chat.someone-elses': ({ name }) =>
        `${name || 'Somebody else'} is answering. Nothing was sent. To answer yourself, take it over first.`,
      'chat.taken-meanwhile': ({ name }) =>
        name
          ? `${name} was quicker. Look at the conversation, and take it over only if needed.`
          : 'Nobody has this chat now. Take it again.',
      'chat.yours': 'You have it already. Write your reply.',
      'chat.nobody-answers': 'Sign in as a person to answer chats.',
    },
    events: {
      'chat.opened': 'A chat was opened.',
      'chat.taken': ({ memberName, insteadOf }) =>
        insteadOf
          ? `${memberName} took the chat over from ${insteadOf}.`
          : `${memberName} took the chat.`,
      'chat.reasons-given': ({ reasons }) =>
        `Reasons for the reply: ${reasons.map(({ reason }) => reason).join(', ')}`,
      'chat.ended': ({ by }) =>
        by === 'customer' ? 'The customer ended the chat.' : 'The chat was ended.',
    },
  },
})
