import { dictionary } from '#kernel/dictionary.ts'

type Named = { name: string }

export const peersMessages = dictionary({
  ja: {
    words: {
      title: '仲間の言葉',
      none: '届いた言葉は、まだありません。',
      noneDetail: '同僚に一言送ってみませんか。読めるのは、送った相手だけです。',
      from: ({ name }: Named) => `${name}さんから`,
      isNew: '新着',
      throwAway: '捨てる',
      throwAwayNamed: ({ name }: Named) => `${name}さんからの言葉を捨てる`,
      read: '読みました',
      mute: 'しばらく受け取らない',
      muteHint: '送った人には分かりません。そのあいだに送られた言葉は残りません。',
      send: {
        title: '言葉を送る',
        to: '誰に',
        choose: '選んでください',
        ready: '短い一言',
        words: {
          rest: 'おつかれさまでした。ひと息いれてくださいね。',
          near: 'となりにいます。いつでも声をかけてください。',
          calm: 'いまの応対、落ち着いていて心強かったです。',
          fault: 'あなたのせいではありません。',
          phone: '電話、しばらく代わりますよ。',
        },
        text: '自分の言葉',
        hint: 'お客様の名前は書かずに。200字まで。',
        button: '送る',
        sent: ({ name }: Named) => `${name}さんに送りました。`,
      },
    },
  },
  en: {
    words: {
      title: 'Words from colleagues',
      none: 'Nothing has been sent to you yet.',
      noneDetail: 'Why not send a colleague a line? Only they can read it.',
      from: ({ name }) => `From ${name}`,
      isNew: 'New',
      throwAway: 'Throw away',
      throwAwayNamed: ({ name }) => `Throw away the words from ${name}`,
      read: 'I have read them',
      mute: 'Receive none for a while',
      muteHint: 'Senders do not find out. What is sent meanwhile is not kept.',
      send: {
        title: 'Send a line',
        to: 'To whom',
        choose: 'Choose',
        ready: 'A short line',
        words: {
          rest: 'Thank you for today. Take a breath.',
          near: 'I am right here. Speak to me any time.',
          calm: 'You stayed so calm. It was good to hear.',
          fault: 'It was not your fault.',
          phone: 'I can take the phone for a while.',
        },
        text: 'Your own words',
        hint: 'No names of customers. Up to 200 characters.',
        button: 'Send',
        sent: ({ name }) => `Sent to ${name}.`,
      },
    },
  },
})
