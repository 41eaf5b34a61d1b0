import { dictionary, type Language } from '#kernel/dictionary.ts'
import { intakeMessages } from '../messages.ts'
import type { Remark } from './contract.ts'

type Text = { text: string }
type Lacks = { letters: readonly string[] }
type Count = { count: number }

/** What is said about taking over complaints from elsewhere. */
export const importMessages = dictionary({
  ja: {
    words: {
      title: '取り込み',
      lead: 'ほかで受けた苦情を、表（CSV・Excel）や、Zendesk・Freshdesk・Zammad の書き出しから静かに取り込みます。お客様へのお知らせも、約束も、期限の警告も生まれません。',
      drop: 'ファイルをここに置くか、選んでください',
      dropHint:
        'CSV・TSV・Excel（.xlsx）・JSON。文字コードや区切りは、読んで見分けます。60MBまで。',
      choose: 'ファイルを選ぶ',
      reading: '読んでいます',
      runs: 'これまでの取り込み',
      noRuns: 'まだ何も取り込んでいません。',
      open: (given: { name: string }) => `${given.name} を開く`,
      back: '取り込みの一覧へ',
      by: (given: { name: string }) => `${given.name}さん`,
      found: 'ファイルの読み方',
      encoding: '文字コード',
      delimiter: '区切り',
      heading: '見出しの行',
      headingRow: (given: { row: number }) => `${given.row}行目`,
      quote: '引用符',
      rows: (given: Count) => `${given.count.toLocaleString('ja')}行`,
      preview: 'はじめの20行',
      row: '行',
      columns: '列の割り当て',
      columnsHint:
        '見出しと中身から読み当てました。違うところだけ直してください。割り当てない列も、元の行として苦情に残ります。',
      columnFor: (given: { column: string }) => `「${given.column}」の列`,
      keep: '元の行として残す',
      sample: '例',
      values: '言葉の読み替え',
      valuesHint: '経路と状態の言葉を、うけとめの言葉に合わせます。',
      channelsOf: '経路',
      statesOf: '状態',
      system: '取り込み元の名前',
      systemHint: '管理番号と合わせて、同じ苦情を見分けます（例：旧台帳）。',
      mappings: '覚えた割り当て',
      useMapping: '割り当てを呼び出す',
      mappingName: '割り当ての名前',
      saveMapping: '割り当てを覚える',
      savedMapping: (given: { name: string }) => `「${given.name}」として覚えました。`,
      check: '取り込まずに確かめる',
      checking: '確かめています',
      checked: '確かめた結果',
      start: (given: Count) => `${given.count.toLocaleString('ja')}件を取り込む`,
      stop: '止める',
      goOn: (given: Count) => `続きの${given.count.toLocaleString('ja')}件を取り込む`,
      progress: '取り込みの進み',
      progressOf: (given: { done: number; total: number }) =>
        `${given.total.toLocaleString('ja')}行のうち${given.done.toLocaleString('ja')}行`,
      over: '取り込みが終わりました。',
      stopped: '止めています。取り込んだものはそのまま残っています。',
      lines: '一行ずつの結果',
      line: (given: { line: number }) => `${given.line}行目`,
      all: 'すべて',
      more: '続きを見る',
      noLines: '当てはまる行はありません。',
      refusedLead: (given: Count) =>
        `取り込めない行が${given.count.toLocaleString('ja')}行あります。理由をつけて書き出せます。直したら、そのファイルをもう一度ここへ置いてください。`,
      asCsv: 'CSV（UTF-8）',
      asCp932: 'CSV（Excel・CP932）',
      asXlsx: 'Excel（.xlsx）',
      nothing: '取り込む行はありません。すべて、すでにあるか、取り込めない行です。',
      desk: (given: { name: string }) =>
        `${given.name} の書き出しとして読みました。列の割り当ては要りません。`,
      imported: '取り込んだ記録',
      attachments: '添付（元の場所にあります）',
      row2: '元の行',
      states: {
        read: '読みました',
        checked: '確かめました',
        running: '取り込み中',
        stopped: '止めています',
        finished: '終わりました',
      },
      lineStates: {
        waiting: '取り込む',
        taken: '取り込み済み',
        known: 'すでにある',
        refused: '取り込めない',
        skipped: '見送り',
      },
      kinds: { table: '表', zendesk: 'Zendesk', freshdesk: 'Freshdesk', zammad: 'Zammad' },
      delimiters: { comma: 'コンマ', tab: 'タブ', semicolon: 'セミコロン', bar: '縦棒' },
      standings: { open: '対応中', closed: '終了' },
      fields: {
        words: 'お客様の言葉',
        received: '受付日時',
        subject: '件名',
        category: '分類',
        maker: 'メーカー',
        product: '商品・サービス',
        orderNumber: '注文番号',
        lot: 'ロット・製造番号',
        happenedOn: '起きた日',
        happenedWhere: '起きた場所',
        expectedOutcome: 'ご要望',
        price: '金額',
        purchasedOn: '購入日',
        name: 'お名前',
        kana: 'フリガナ',
        phone: '電話番号',
        email: 'メールアドレス',
        postcode: '郵便番号',
        address: 'ご住所',
        channel: '経路',
        state: '状態',
        answer: 'こちらの回答',
        note: '社内メモ',
        site: '口コミのサイト',
        url: '掲載先のURL',
        author: '投稿者',
        stars: '星の数',
        reference: '管理番号',
        system: '取り込み元',
      },
      remarks: {
        'received-unreadable': ({ text }: Text) =>
          `受付日「${text}」を読めないため、取り込んだ日時としました`,
        'received-missing': () => '受付日がないため、取り込んだ日時としました',
        'received-month': ({ text }: Text) =>
          `受付日「${text}」は日が分からないため、その月の1日としました`,
        'contact-left-out': ({ text }: Text) => `連絡先「${text}」は、元の行にだけ残しました`,
      },
    },
    refusals: {
      'intake.import-missing': 'その取り込みは見つかりません。一覧から選び直してください。',
      'intake.import-running':
        'いま取り込んでいるところです。終わるのを待つか、いったん止めてください。',
      'intake.import-not-checked':
        'まだ確かめていません。「取り込まずに確かめる」を先に押してください。',
      'intake.import-over':
        'この取り込みは終わっています。直した行があるときは、そのファイルを新しく置いてください。',
      'intake.import-nothing-refused': '取り込めなかった行はありません。書き出すものがありません。',
      'intake.import-not-in-cp932': ({ letters }: Lacks) =>
        `CP932にない文字（${letters.slice(0, 10).join(' ')}）があります。CSV（UTF-8）かExcelで書き出してください。`,
      'intake.import-impossible-date': ({ text }: Text) =>
        `受付日「${text}」は暦にない日です。正しい日に直してください。`,
      'intake.import-twice-in-file': ({ line }: { line: number }) =>
        `${line}行目と同じ内容のため、見送ります。`,
      'intake.import-blank': '空の行のため、見送ります。',
      'intake.import-words-column':
        'お客様の言葉の列が決まっていません。言葉が書かれた列を選んでください。',
      'intake.import-not-a-desk': ({ kind }: { kind: string }) =>
        `${kind} の書き出しとして読めません。JSONの書き出しファイルか確かめてください。`,
      'intake.import-name-a-file':
        '取り込むファイルを指定してください（例: uketome import 苦情.csv）。',
      'intake.import-line-broken':
        'この行は取り込めませんでした。うけとめの不具合です。行は残っていますので、管理者にお知らせください。',
      'intake.mapping-missing': 'その割り当ては見つかりません。ほかの人が消したのかもしれません。',
    },
  },
  en: {
    words: {
      title: 'Imports',
      lead: 'Complaints received elsewhere are taken over silently, from tables (CSV, Excel) or from exports of Zendesk, Freshdesk and Zammad: no message, no promise, no deadline comes of it.',
      drop: 'Put a file here, or choose one',
      dropHint:
        'CSV, TSV, Excel (.xlsx) or JSON. Encoding and delimiter are found by reading. Up to 60 MB.',
      choose: 'Choose a file',
      reading: 'Reading',
      runs: 'Imports so far',
      noRuns: 'Nothing has been imported yet.',
      open: ({ name }) => `Open ${name}`,
      back: 'All imports',
      by: ({ name }) => name,
      found: 'How the file is read',
      encoding: 'Encoding',
      delimiter: 'Delimiter',
      heading: 'Row of the headings',
      headingRow: ({ row }) => `Row ${row}`,
      quote: 'Quotation mark',
      rows: ({ count }) => `${count.toLocaleString('en')} rows`,
      preview: 'The first 20 rows',
      row: 'Row',
      columns: 'What each column is',
      columnsHint:
        'Guessed from headings and contents. Correct what is wrong; a column without a meaning is kept with the original row.',
      columnFor: ({ column }) => `Column “${column}”`,
      keep: 'Keep with the original row',
      sample: 'Sample',
      values: 'What words mean',
      valuesHint: 'Words for channel and state, in the words of Uketome.',
      channelsOf: 'Channel',
      statesOf: 'State',
      system: 'Name of the source',
      systemHint: 'With the reference number it tells who is here already (e.g. old-desk).',
      mappings: 'Saved mappings',
      useMapping: 'Use a saved mapping',
      mappingName: 'Name of the mapping',
      saveMapping: 'Save the mapping',
      savedMapping: ({ name }) => `Saved as “${name}”.`,
      check: 'Check without importing',
      checking: 'Checking',
      checked: 'What would happen',
      start: ({ count }) => `Import ${count.toLocaleString('en')}`,
      stop: 'Stop',
      goOn: ({ count }) => `Import the other ${count.toLocaleString('en')}`,
      progress: 'Progress',
      progressOf: ({ done, total }) =>
        `${done.toLocaleString('en')} of ${total.toLocaleString('en')} rows`,
      over: 'The import is over.',
      stopped: 'It is stopped. What was taken stays.',
      lines: 'Line by line',
      line: ({ line }) => `Line ${line}`,
      all: 'All',
      more: 'Show more',
      noLines: 'No such lines.',
      refusedLead: ({ count }) =>
        `${count.toLocaleString('en')} rows cannot be taken. Save them with their reasons, mend them, and put that file here again.`,
      asCsv: 'CSV (UTF-8)',
      asCp932: 'CSV (Excel, CP932)',
      asXlsx: 'Excel (.xlsx)',
      nothing: 'There is nothing to take: every row is here already, or cannot be taken.',
      desk: ({ name }) => `Read as an export of ${name}. No columns need to be mapped.`,
      imported: 'Imported',
      attachments: 'Attachments (where they came from)',
      row2: 'The original row',
      states: {
        read: 'Read',
        checked: 'Checked',
        running: 'Running',
        stopped: 'Stopped',
        finished: 'Over',
      },
      lineStates: {
        waiting: 'To be taken',
        taken: 'Taken',
        known: 'Here already',
        refused: 'Cannot be taken',
        skipped: 'Passed over',
      },
      kinds: { table: 'Table', zendesk: 'Zendesk', freshdesk: 'Freshdesk', zammad: 'Zammad' },
      delimiters: { comma: 'comma', tab: 'tab', semicolon: 'semicolon', bar: 'bar' },
      standings: { open: 'Open', closed: 'Closed' },
      fields: {
        words: "The customer's words",
        received: 'Received at',
        subject: 'Subject',
        category: 'Category',
        maker: 'Maker',
        product: 'Product or service',
        orderNumber: 'Order number',
        lot: 'Lot or serial number',
        happenedOn: 'Happened on',
        happenedWhere: 'Happened where',
        expectedOutcome: 'Expected outcome',
        price: 'Price',
        purchasedOn: 'Purchased on',
        name: 'Name',
        kana: 'Kana',
        phone: 'Telephone',
        email: 'E-mail',
        postcode: 'Postcode',
        address: 'Address',
        channel: 'Channel',
        state: 'State',
        answer: 'Our answer',
        note: 'Internal note',
        site: 'Review site',
        url: 'URL',
        author: 'Author',
        stars: 'Stars',
        reference: 'Reference number',
        system: 'Source',
      },
      remarks: {
        'received-unreadable': ({ text }) =>
          `“${text}” is no date that can be read: received when it was imported`,
        'received-missing': () => 'No date: received when it was imported',
        'received-month': ({ text }) => `“${text}” has no day: taken as the first of the month`,
        'contact-left-out': ({ text }) => `“${text}” is kept in the original row only`,
      },
    },
    refusals: {
      'intake.import-missing': 'That import was not found. Choose one from the list.',
      'intake.import-running': 'It is running. Wait until it is over, or stop it first.',
      'intake.import-not-checked': 'It was not checked yet. Check it first.',
      'intake.import-over': 'This import is over. Bring mended rows as a new file.',
      'intake.import-nothing-refused': 'Every row could be taken. There is nothing to save.',
      'intake.import-not-in-cp932': ({ letters }) =>
        `CP932 lacks some letters (${letters.slice(0, 10).join(' ')}). Save as CSV in UTF-8, or as Excel.`,
      'intake.import-impossible-date': ({ text }) =>
        `“${text}” is a day that no calendar has. Correct the date.`,
      'intake.import-twice-in-file': ({ line }) =>
        `The same as line ${line}, so it is passed over.`,
      'intake.import-blank': 'An empty line, passed over.',
      'intake.import-words-column':
        "It is not clear which column holds the customer's words. Choose it.",
      'intake.import-not-a-desk': ({ kind }) =>
        `This cannot be read as an export of ${kind}. Check that it is the JSON export.`,
      'intake.import-name-a-file': 'Name the file to import (uketome import complaints.csv).',
      'intake.import-line-broken':
        'This line could not be taken because of a defect in Uketome. It is kept; tell the administrator.',
      'intake.mapping-missing': 'That mapping was not found. Perhaps somebody took it away.',
    },
  },
})

/** Why a line was refused, in words; the code itself when another room refused it. */
export function sentenceOf(
  { code, data }: { readonly code: string; readonly data: unknown },
  language: Language,
): string {
  const known = { ...intakeMessages[language].refusals, ...importMessages[language].refusals }
  const phrase: unknown = Object.entries(known).find(([key]) => key === code)?.[1]
  if (typeof phrase === 'function') return String(phrase(data))
  return typeof phrase === 'string' ? phrase : code
}

export function remarkOf({ code, text }: Remark, language: Language): string {
  return importMessages[language].words.remarks[code]({ text })
}
