import { dictionary } from '#kernel/dictionary.ts'

type Server = { server: string }

/** What the screens say about mailboxes. */
export const mailboxesMessages = dictionary({
  ja: {
    refusals: {
      'intake.mailbox-address':
        'メールアドレスを読み取れません。「@」の前後を確かめて、入れ直してください。',
      'intake.mailbox-host':
        'サーバーの名前がありません。メールの契約書や案内にある名前（例: imap.example.jp）を入れてください。',
      'intake.mailbox-sign-in': ({ server }: Server) =>
        `${server} のユーザー名かパスワードがありません。両方を入れてください。`,
      'intake.mailbox-twice': ({ address }: { address: string }) =>
        `${address} はもう登録されています。一覧から選んで変更してください。`,
      'intake.mailbox-missing':
        'そのメールボックスは見つかりません。一覧を開き直して、選んでください。',
    },
  },
  en: {
    refusals: {
      'intake.mailbox-address': 'The address cannot be read. Check both sides of the @.',
      'intake.mailbox-host':
        'The name of the server is missing. Enter the one your provider names, such as imap.example.com.',
      'intake.mailbox-sign-in': ({ server }) =>
        `The user name or password for ${server} is missing. Enter both.`,
      'intake.mailbox-twice': ({ address }) =>
        `${address} is registered already. Choose it in the list to change it.`,
      'intake.mailbox-missing': 'That mailbox was not found. Open the list again and choose one.',
    },
  },
})
