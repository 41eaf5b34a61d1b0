export const deskAddress = 'desk@minato.example'

/** The demo company's mailbox as the administrator sets it up; its mail leaves at this port of this machine. */
export function deskMailbox(port: number) {
  return {
    address: deskAddress,
    displayName: 'みなと食卓 お客様相談室',
    signature: 'みなと食卓 お客様相談室\n電話 054-000-0000（平日9時から18時）',
    isDefault: true,
    isOn: true,
    takesLmtp: false,
    takesPast: false,
    imap: null,
    smtp: { host: '127.0.0.1', port, security: 'none', user: '' },
  }
}
