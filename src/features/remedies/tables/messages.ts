import { dictionary } from '#kernel/dictionary.ts'

type Told = { value: string; others: string }
type Unfinished = { count: number; row: number }

/** The first of them, and that there are more. */
function some(names: readonly string[], comma: string): string {
  const shown = names.slice(0, 8).join(comma)
  return names.length > 8 ? `${shown}…` : shown
}

export const tablesMessages = dictionary({
  ja: {
    words: {
      title: '回復の規定',
      lead: '何を、どんなときに、誰の判断で、いくらまでお出しできるかの表です。直したものは下書きに残り、過去の苦情で試してから公開すると、応対者の案が変わります。',
      readOnly: '表を直せるのは管理者です。条文と上限は、ここでいつでも確かめられます。',
      standing: (given: { number: number; at: string; byName: string }) =>
        given.byName === ''
          ? `いま使っているのは 第${given.number}版（はじめからある表）`
          : `いま使っているのは 第${given.number}版（${given.at} ${given.byName}さんが公開）`,
      drafted: (given: { at: string; byName: string }) =>
        `下書きを保存しました（${given.at} ${given.byName}さん）`,
      noDraft: '下書きはありません。セルを直すと、下書きが始まります。',
      saving: '下書きを保存しています…',
      olderBase: 'この下書きは、前の版から始まっています。表を読み直してから公開してください。',
      sheet: '規定の表',
      sheetHelp:
        '矢印キーで移り、Enter か F2 で直し、Esc でやめます。文字を打つと書き換わります。Shift＋矢印で範囲を選び、コピーと貼り付けは Excel と行き来できます。Ctrl+Z で元に戻します。',
      cellName: (given: { row: number; code: string; column: string }) =>
        `${given.row}行め ${given.code} ${given.column}`,
      hasProblem: (given: { sentence: string }) => `気づいた点：${given.sentence}`,
      choices: (given: { choices: string }) => `書ける言葉：${given.choices}`,
      choicesHelp: 'Alt+↓ で次の言葉に替わります。',
      addRow: '行を加える',
      copyRow: '行を写す',
      removeRow: '行を消す',
      moveUp: '上へ',
      moveDown: '下へ',
      undo: '元に戻す',
      redo: 'やり直す',
      files: 'ファイル',
      fromFile: 'ファイルから読む',
      saveCsv: 'CSVで書き出す（UTF-8）',
      saveCp932: 'CSVで書き出す（Excel向け CP932）',
      saveYaml: 'YAMLで書き出す',
      fromFileDone: (given: { rows: number }) =>
        `${given.rows}行を読みました。まだ下書きです。違っていれば「元に戻す」で読む前に戻ります。`,
      fileProblems: (given: { count: number }) =>
        `ファイルに、直すところが${given.count}か所あります`,
      leftOut: (given: { codes: readonly string[] }) =>
        `いまの表にあってファイルにない行が${given.codes.length}行あります（${some(given.codes, '・')}）。このまま公開すると、なくなります。`,
      keepLeftOut: (given: { count: number }) => `${given.count}行を残す`,
      keptColumns: (given: { named: readonly string[] }) =>
        `ファイルにない列は、同じ番号の行ではいまのまま残しました（${some(given.named, '・')}）。`,
      inLine: (given: { line: number; column: string; sentence: string }) =>
        `${given.line}行め${given.column === '' ? '' : `「${given.column}」`}：${given.sentence}`,
      fileProblem: {
        'unknown-column': (given: { value: string }) =>
          `「${given.value}」という列はありません。この列は読みませんでした。`,
        'no-heading': () => '「番号」の列が見つかりません。1行めに見出しを置いてください。',
        empty: () => '規定が一つもありません。書き出したファイルと見比べてください。',
        syntax: (given: { value: string }) => `YAMLとして読めません（${given.value}）。`,
        'not-a-rule': () => '規定の形になっていません。「- code: …」で始めてください。',
        'too-many': (given: { value: string }) =>
          `${given.value}行あります。1,000行までにしてください。`,
      },
      discard: '下書きを捨てる',
      discarded: '下書きを捨てました。表はいまの版のままです。',
      publish: '公開する',
      publishTitle: '下書きを公開する',
      publishLead: (given: { number: number }) =>
        `第${given.number}版として、いますぐ全員の案に使われます。前の版はいつでも読め、下書きに戻せます。`,
      publishDo: (given: { number: number }) => `第${given.number}版を公開する`,
      note: '変えた理由',
      noteHint: 'あとで読む人のために。例：オイルの破損が増えたため、交換の期間を延ばした',
      published: (given: { number: number }) => `第${given.number}版を公開しました。`,
      changes: (given: { count: number }) => `変わるのは${given.count}行です`,
      problemsTab: (given: { count: number }) => `気づいた点 ${given.count}`,
      gapsTab: 'お出しできない場面',
      trialTab: '過去の苦情で試す',
      versionsTab: '版',
      noProblems: '直すところはありません。過去の苦情で試すと、公開できます。',
      stopping: '公開できません',
      looking: '確かめてください',
      goTo: (given: { code: string; column: string }) => `${given.code}「${given.column}」へ`,
      example: (given: { situation: string }) => `たとえば、${given.situation}`,
      problem: {
        missing: () => '空欄です。書いてください。',
        'not-a-number': ({ value }: Told) =>
          `「${value}」は数字ではありません。3000 のように書いてください。`,
        'out-of-range': ({ value }: Told) =>
          `「${value}」は書ける範囲の外です。日数は3万6500日まで、%は1から100まで、優先順位は1から999までです。`,
        'not-a-day': ({ value }: Told) =>
          `「${value}」は日付ではありません。2026-12-01 のように書いてください。`,
        'unknown-word': ({ value }: Told) =>
          `「${value}」は使えない言葉です。下に出ている言葉から選んでください。`,
        'limit-missing': () => '金額をお出しする規定には、上限が要ります。円か%を書いてください。',
        'limit-needless': () => '金額のない回復です。上限を空けてください。',
        reversed: () => '終わりが始まりより前です。どちらかを直してください。',
        'code-taken': ({ value }: Told) =>
          `番号「${value}」は、上の行で使われています。別の番号にしてください。`,
        contradiction: ({ others }: Told) =>
          `${others} と同じ場面で、同じ回復に違うことを言います。条件を分けるか、優先順位を付けるか、片方を止めてください。`,
        'said-twice': ({ others }: Told) =>
          `${others} と同じ場面で、同じことを二度言います。片方を消すか、条件を分けてください。`,
        'goes-behind': ({ others }: Told) =>
          `${others} と重なる場面では、${others} が先に出ます。それでよければ、このままで構いません。`,
        unreachable: ({ others }: Told) =>
          `この行が出る場面はありません。${others} がすべて先に取ります。`,
        impossible: () =>
          'この行の条件を満たす場面がありません。日数・代金・上限を見直してください。',
        expired: () => '効力が終わっています。消すか、末日を延ばしてください。',
      },
      situation: {
        cause: (given: { cause: string; by: string }) => `原因が「${given.cause}」（${given.by}）`,
        causeUnknown: '原因がまだ分からない',
        product: (given: { product: string }) => `商品が「${given.product}」`,
        days: (given: { days: number }) => `購入から${given.days}日`,
        price: (given: { price: number }) => `代金${given.price.toLocaleString('ja')}円`,
        on: (given: { on: string }) => `${given.on}のご提案`,
        confirmed: '事実は確認済み',
        unconfirmed: '事実は未確認',
      },
      gaps: {
        addNamed: (given: { place: number }) => `${given.place}つめの場面の行を加える`,
        add: '行を加える',
        lead: '公開の前に、わざと空けてあるのか、書き忘れたのかを確かめてください。ここに出るのは、商品・代金・購入日が分かっていても、どの行にも入らない場面です。',
        none: 'どの場面にも、お出しできるものがあります。',
        more: 'ほかにもあります。上の場面を埋めると、続きが出ます。',
        anyFunction: 'どの部署でも',
        allDays: 'いつ買っても',
        allPrices: 'いくらでも',
        from: (given: { from: string }) => `${given.from}から`,
        to: (given: { to: string }) => `${given.to}まで`,
        span: (given: { from: string; to: string }) => `${given.from}から${given.to}まで`,
        day: (given: { days: number }) => `${given.days}日`,
        yen: (given: { yen: number }) => `${given.yen.toLocaleString('ja')}円`,
        lacks: (given: { terms: string }) => `商品名に ${given.terms} を含まない`,
        either: '事実の確認によらず',
        columns: {
          cause: '原因',
          functions: '原因の部署',
          fact: '事実',
          days: '購入から',
          price: '代金',
          product: '商品',
          on: '効力の日',
        },
      },
      versions: {
        lead: '版は公開したあと変わりません。ご提案には、そのときの版の番号が残ります。',
        one: (given: { number: number }) => `第${given.number}版`,
        first: 'はじめからある表',
        published: (given: { at: string; byName: string }) =>
          `${given.at} ${given.byName}さんが公開`,
        tested: (given: { looked: number; changed: number }) =>
          `公開前に${given.looked.toLocaleString('ja')}件で試し、${given.changed.toLocaleString('ja')}件が変わると分かっていました`,
        rows: (given: { rows: number }) => `${given.rows}行`,
        compare: (given: { number: number }) => `第${given.number}版を、いまの表と比べる`,
        bringBack: (given: { number: number }) => `第${given.number}版を下書きに戻す`,
        broughtBack: (given: { number: number }) =>
          `第${given.number}版を下書きにしました。試してから公開してください。`,
        same: 'いまの表と同じです。',
        added: '増えた行',
        removed: 'なくなった行',
        nothing: '（空欄）',
      },
    },
    refusals: {
      'remedies.draft-changed': ({ byName }: { byName: string }) =>
        `${byName}さんが、この間に下書きを直しました。読み直すと${byName}さんの表になり、「元に戻す」でご自分の表に戻せます。`,
      'remedies.draft-gone':
        'この下書きは、公開されたか捨てられました。読み直して、いまの表から始めてください。',
      'remedies.draft-missing': '下書きがありません。表を直してから、もう一度お試しください。',
      'remedies.table-moved': ({ number }: { number: number }) =>
        `この間に第${number}版が公開されました。「版」で違いを確かめ、下書きを捨てて始め直すか、第${number}版に書き写してください。`,
      'remedies.table-unfinished': ({ count, row }: Unfinished) =>
        `${row}行めなど${count}か所に、直すところがあります。「気づいた点」から移って直してください。`,
      'remedies.nothing-changed': 'いまの版と同じです。直してから公開してください。',
      'remedies.not-tested':
        'まだ試していません。「過去の苦情で試す」で、どの苦情の案が変わるかを確かめてから公開してください。',
      'remedies.version-missing': 'その版はありません。「版」の一覧から選んでください。',
      'remedies.letters-missing': ({ letters }: { letters: readonly string[] }) =>
        `CP932にない文字があります（${letters.slice(0, 10).join(' ')}）。UTF-8のCSVで書き出してください。`,
      'remedies.file-unreadable':
        '文字のファイルとして読めません。CSV（UTF-8かCP932）かYAMLで保存し直してください。',
    },
  },
  en: {
    words: {
      title: 'Remedy rules',
      lead: 'What may be offered, when, by whom and up to how much. Changes stay in a draft; once it was tried on past complaints and published, the options of the desk change.',
      readOnly:
        'Administrators change the table. Clauses and limits can be looked up here at any time.',
      standing: (given) =>
        given.byName === ''
          ? `Version ${given.number} is in force (the table to start with)`
          : `Version ${given.number} is in force (published ${given.at} by ${given.byName})`,
      drafted: (given) => `Draft saved (${given.at}, ${given.byName})`,
      noDraft: 'There is no draft. Changing a cell begins one.',
      saving: 'Saving the draft…',
      olderBase:
        'This draft began from an earlier version. Read the table again before publishing.',
      sheet: 'Table of rules',
      sheetHelp:
        'Arrow keys move, Enter or F2 edits, Esc leaves. Typing replaces. Shift with arrows selects; copy and paste go to and from Excel. Ctrl+Z takes back.',
      cellName: (given) => `Row ${given.row} ${given.code} ${given.column}`,
      hasProblem: (given) => `To look at: ${given.sentence}`,
      choices: (given) => `Words: ${given.choices}`,
      choicesHelp: 'Alt+↓ takes the next word.',
      addRow: 'Add a row',
      copyRow: 'Copy the row',
      removeRow: 'Remove the row',
      moveUp: 'Up',
      moveDown: 'Down',
      undo: 'Undo',
      redo: 'Redo',
      files: 'File',
      fromFile: 'Read a file',
      saveCsv: 'Save as CSV (UTF-8)',
      saveCp932: 'Save as CSV (CP932, for Excel in Japan)',
      saveYaml: 'Save as YAML',
      fromFileDone: (given) =>
        `${given.rows} rows read into the draft. Undo brings back what was before.`,
      fileProblems: (given) => `${given.count} things to mend in the file`,
      leftOut: (given) =>
        `${given.codes.length} rows of the table are not in the file (${some(given.codes, ', ')}). Published like this, they are gone.`,
      keepLeftOut: (given) => `Keep these ${given.count} rows`,
      keptColumns: (given) =>
        `Columns that the file does not have stay as they are in rows with the same code (${some(given.named, ', ')}).`,
      inLine: (given) =>
        `Line ${given.line}${given.column === '' ? '' : ` (${given.column})`}: ${given.sentence}`,
      fileProblem: {
        'unknown-column': (given) => `There is no column “${given.value}”. It was left out.`,
        'no-heading': () => 'No column “Code”. Put the headings into the first line.',
        empty: () => 'There is no rule in it. Compare it with an exported file.',
        syntax: (given) => `This is no YAML (${given.value}).`,
        'not-a-rule': () => 'This is no rule. Begin it with “- code: …”.',
        'too-many': (given) => `${given.value} rows; 1,000 is the most.`,
      },
      discard: 'Throw the draft away',
      discarded: 'The draft is gone. The table is as it was.',
      publish: 'Publish',
      publishTitle: 'Publish the draft',
      publishLead: (given) =>
        `It is in force at once for everybody, as version ${given.number}. Earlier versions can be read and brought back.`,
      publishDo: (given) => `Publish version ${given.number}`,
      note: 'Why it was changed',
      noteHint: 'For whoever reads it later',
      published: (given) => `Version ${given.number} is published.`,
      changes: (given) => `${given.count} rows change`,
      problemsTab: (given) => `To look at ${given.count}`,
      gapsTab: 'Cases without an offer',
      trialTab: 'Try on past complaints',
      versionsTab: 'Versions',
      noProblems: 'Nothing to mend. Try it on past complaints, then publish.',
      stopping: 'Keeps it from being published',
      looking: 'Look at it',
      goTo: (given) => `To ${given.code} “${given.column}”`,
      example: (given) => `For example: ${given.situation}`,
      problem: {
        missing: () => 'This is empty. Fill it in.',
        'not-a-number': ({ value }) => `“${value}” is no number. Write it like 3000.`,
        'out-of-range': ({ value }) =>
          `“${value}” is out of range: days up to 36,500, percent 1 to 100, priority 1 to 999.`,
        'not-a-day': ({ value }) => `“${value}” is no day. Write it like 2026-12-01.`,
        'unknown-word': ({ value }) =>
          `“${value}” is not one of the words. Choose from those below.`,
        'limit-missing': () => 'A remedy with money needs a limit, in yen or percent.',
        'limit-needless': () => 'This remedy has no amount. Clear the limit.',
        reversed: () => 'The end is before the beginning. Change one of them.',
        'code-taken': ({ value }) => `The code “${value}” stands in a row above. Choose another.`,
        contradiction: ({ others }) =>
          `In the same case it says something else than ${others}. Part the conditions, give a priority, or switch one off.`,
        'said-twice': ({ others }) =>
          `In the same case it says the same as ${others}. Remove one or part the conditions.`,
        'goes-behind': ({ others }) => `Where it overlaps with ${others}, ${others} goes first.`,
        unreachable: ({ others }) => `This row never comes: ${others} take every case before.`,
        impossible: () => 'No case can meet these conditions. Look at days, price and limit.',
        expired: () => 'It is no longer in force. Remove it or extend it.',
      },
      situation: {
        cause: (given) => `cause “${given.cause}” (${given.by})`,
        causeUnknown: 'cause not known yet',
        product: (given) => `product “${given.product}”`,
        days: (given) => `${given.days} days after purchase`,
        price: (given) => `price ¥${given.price.toLocaleString('en')}`,
        on: (given) => `offered on ${given.on}`,
        confirmed: 'fact confirmed',
        unconfirmed: 'fact not confirmed',
      },
      gaps: {
        addNamed: (given) => `Add a row for case ${given.place}`,
        add: 'Add a row',
        lead: 'Cases that fall in no row although product, price and purchase are known. Left open on purpose, or forgotten?',
        none: 'There is something to offer in every case.',
        more: 'There are more. They appear when those above are filled.',
        anyFunction: 'any function',
        allDays: 'any time',
        allPrices: 'any price',
        from: (given) => `from ${given.from}`,
        to: (given) => `up to ${given.to}`,
        span: (given) => `${given.from} to ${given.to}`,
        day: (given) => `${given.days} days`,
        yen: (given) => `¥${given.yen.toLocaleString('en')}`,
        lacks: (given) => `product without ${given.terms}`,
        either: 'confirmed or not',
        columns: {
          cause: 'Cause',
          functions: 'Function',
          fact: 'Fact',
          days: 'Since purchase',
          price: 'Price',
          product: 'Product',
          on: 'In force',
        },
      },
      versions: {
        lead: 'A version never changes after it was published. Each offer names the version it stood in.',
        one: (given) => `Version ${given.number}`,
        first: 'The table to start with',
        published: (given) => `published ${given.at} by ${given.byName}`,
        tested: (given) =>
          `tried on ${given.looked.toLocaleString('en')} complaints before, ${given.changed.toLocaleString('en')} of which would change`,
        rows: (given) => `${given.rows} rows`,
        compare: (given) => `Compare version ${given.number} with the present table`,
        bringBack: (given) => `Bring version ${given.number} back as a draft`,
        broughtBack: (given) => `Version ${given.number} is the draft now. Try it, then publish.`,
        same: 'The same as the present table.',
        added: 'new row',
        removed: 'row taken out',
        nothing: '(empty)',
      },
    },
    refusals: {
      'remedies.draft-changed': ({ byName }) =>
        `${byName} changed the draft in the meantime. Read it again; Undo brings your own table back.`,
      'remedies.draft-gone':
        'This draft was published or thrown away. Read the table again and begin from there.',
      'remedies.draft-missing': 'There is no draft. Change the table, then try again.',
      'remedies.table-moved': ({ number }) =>
        `Version ${number} was published in the meantime. Compare it under “Versions”, then begin again from it.`,
      'remedies.table-unfinished': ({ count, row }) =>
        `There are ${count} things to mend, the first in row ${row}. Go there from “To look at”.`,
      'remedies.nothing-changed':
        'This is the same as the version in force. Change something first.',
      'remedies.not-tested':
        'It was not tried yet. Try it on past complaints, see which would change, then publish.',
      'remedies.version-missing': 'There is no such version. Choose one from the list.',
      'remedies.letters-missing': ({ letters }) =>
        `CP932 lacks some letters (${letters.slice(0, 10).join(' ')}). Save as CSV in UTF-8.`,
      'remedies.file-unreadable':
        'This is no text. Save it as CSV (UTF-8 or CP932) or as YAML and try again.',
    },
  },
})
