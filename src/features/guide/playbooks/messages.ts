import { dictionary } from '#kernel/dictionary.ts'

/** Versions and the editor of playbooks: what the settings page and the refusals say. */
export const playbooksMessages = dictionary({
  ja: {
    words: {
      title: '応対の型',
      lead: '応対ナビの言葉を、会社に合わせて書き換えます。下書きを物語でためし、公開すると、次の応対から画面に出ます。',
      readOnly: '内容の確認ができます。書き換えと公開は、管理者にお願いしてください。',
      asShipped: '出荷時の型を使っています',
      publishedBy: (given: { edition: number; name: string }) =>
        `第${given.edition}版を${given.name}が公開`,
      draftChanged: '公開していない変更があります',
      plays: '型の一覧',
      stories: '会社の物語',
      noStories:
        '物語はまだありません。応対の流れと、出てほしい一手を書くと、公開の前に毎回ためせます。',
      states: { shipped: '', changed: '会社で変更', added: '追加', off: '休止' },
      upgrades: {
        none: '',
        merges: '出荷時が新しくなりました',
        conflict: '出荷時と重なる変更があります',
      },
      tiers: {
        opening: 'はじまり',
        safety: '安全',
        protect: '保護',
        cue: '合図',
        main: '本筋',
      },
      otherTier: 'そのほか',
      choose: '一覧から、型を選んでください',
      text: (given: { name: string }) => `「${given.name}」の文（YAML）`,
      textHint: 'Tab で次へ進みます。字下げは空白2つです。Ctrl+Enter で下書きに保存します。',
      problemsIn: '直すところ',
      lineOf: (given: { line: number; sentence: string }) => `${given.line}行目：${given.sentence}`,
      noProblems: '読めます。直すところはありません。',
      preview: '画面での見え方',
      previewNone: '読めるようになると、応対中の画面での見え方がここに出ます。',
      previewMove: '一手',
      diff: '差分',
      diffWith: 'くらべる相手',
      diffPublished: '公開中の版',
      diffShipped: '出荷時',
      noDiff: '違いはありません。',
      added: '足した行',
      removed: '消した行',
      save: '下書きに保存',
      saved: '下書きに保存しました。公開するまで、応対には出ません。',
      unsaved: 'まだ保存していません',
      savedBy: (given: { name: string }) => `${given.name}が保存`,
      toShipped: '出荷時に戻す',
      givenBack: (given: { name: string }) => `「${given.name}」を出荷時の文に戻しました。`,
      rest: '休止する',
      wake: '休止をやめる',
      resting: (given: { name: string }) =>
        `「${given.name}」を休止にしました。公開すると応対に出なくなります。`,
      remove: '取り除く',
      takenAway: (given: { name: string }) => `「${given.name}」を取り除きました。`,
      addPlay: '型を加える',
      addStory: '物語を加える',
      name: '名前',
      nameHint: '記録に残る名前です。あとから変えられません。',
      add: '加える',
      overtaken: (given: { name: string }) =>
        `${given.name === '' ? 'ほかの人' : given.name}が先に書き換えました`,
      saveMine: '違いを確かめたので、この文で保存',
      takeTheirs: '保存されている文にする',
      awake: (given: { name: string }) => `「${given.name}」の休止をやめました。`,
      language: '型の言語',
      languages: { ja: '日本語', en: 'English' },
      overtakenDetail:
        'いま書いている文は、このまま残っています。違いを確かめてから、どちらにするかを決めてください。',
      mergeTitle: '出荷時の文が新しくなっています',
      mergeTaken: (given: { count: number }) =>
        `会社で触れていない${given.count}か所は、新しい文をそのまま取り入れます。`,
      mergeOpen: (given: { count: number }) =>
        `両方で書き換えた${given.count}か所は、どちらにするか選んでください。`,
      mergeChoose: (given: { key: string }) => `「${given.key}」をどちらにするか`,
      mergeOwn: '会社の文',
      mergeShipped: '新しい出荷時の文',
      mergeGone: '（この一手はありません）',
      mergeTake: 'この文で下書きに保存',
      firstPlay: (given: { name: string }) => `play: ${given.name}
title: 画面に出る題
about: どんなときの型かを書きます。
tier: cue
cues: [anger_high]
because:
  - お怒りの言葉がありました。

moves:
  - id: 受け止める
    stage: listen
    goal: 先に、お気持ちを受け止める
    say:
      - はい、伺っております。
      - お話をお聞かせください。
      - お困りのことを、はじめから伺います。
    reasons:
      - 傾聴の基本
`,
      firstStory: (given: { name: string }) => `story: ${given.name}
about: どんな応対かを書きます。
steps:
  - customer: いい加減にしてください。
    cues: [anger_high]
    expect:
      plays: [怒り]
`,
      tryIt: 'ためす',
      trying: '物語を応対の型に当てています',
      tryTitle: '物語でためした結果',
      tryPassed: (given: { passed: number; count: number }) =>
        `${given.count}の物語のうち、${given.passed}が期待どおりです。`,
      tryProblems: '公開の前に直すところ',
      passed: '期待どおり',
      failed: '期待と違う',
      ownStory: '会社の物語',
      reason: (given: { story: string }) => `「${given.story}」を承知で公開する理由`,
      reasonHint: '出荷時の物語が期待と違っても、理由を書けば公開できます。理由は履歴に残ります。',
      publish: '公開する',
      note: '何を変えたか',
      noteHint: '履歴に、お名前とともに残ります。',
      published: (given: { edition: number }) =>
        `第${given.edition}版を公開しました。次の応対から使われます。`,
      history: '公開の履歴',
      noHistory: 'まだ公開した版はありません。',
      restore: 'この版に戻す',
      restoreOf: (given: { edition: number }) => `第${given.edition}版に戻す`,
      restoreShipped: '出荷時の型に戻す',
      restoreDetail:
        '選んだ版を、新しい版としてもう一度公開します。公開していない下書きは、そのまま残ります。',
      restoreAnyway: '出荷時の物語だけなら、もう一度押すと、上に書いたことを理由として戻します。',
      changesOf: (given: { count: number }) => `変えたところ ${given.count}件`,
      acknowledged: (given: { story: string; reason: string }) =>
        `「${given.story}」は承知のうえ：${given.reason}`,
      exportIt: '書き出す',
      importIt: '読み込む',
      imported: 'ファイルの型と物語を、下書きに取り入れました。',
      inFile: (given: { file: string; line: number; sentence: string }) =>
        `${given.file}:${given.line}: ${given.sentence}`,
      inPart: (given: { name: string; line: number; sentence: string }) =>
        `「${given.name}」の文の${given.line}行目：${given.sentence}`,
      fileTroubles: {
        json: () =>
          'JSON として読めません。この行か一つ前の行の、かっこ・引用符・コンマを確かめて直してください。',
        'other-file': () =>
          'この画面で書き出したファイルではありません。「書き出す」で作ったファイルを選んでください。',
        field: (given: { field: string }) =>
          `「${given.field}」がないか、形が違います。書き出したファイルの同じ所と見くらべて直してください。`,
      },
      fileRefused: 'ファイルを読み込めませんでした。下書きはもとのままです。',
      fileToMend:
        'ファイルは下書きに取り入れました。公開の前に、次の行を直してください。直したファイルを、もう一度読み込むこともできます。',
      otherName: (given: { name: string }) =>
        `play の名前が違います。「${given.name}」のままにしてください。記録がこの名前で型を覚えています。`,
    },
    refusals: {
      'guide.part-missing':
        'この型または物語は見つかりません。一覧を読み直して、選び直してください。',
      'guide.part-overtaken': ({ byName }: { byName: string }) =>
        `${byName === '' ? 'ほかの人' : byName}が先に書き換えました。書いた文はこのまま残っています。「差分」で違いを確かめてから、もう一度保存してください。`,
      'guide.draft-overtaken':
        'ためしたあとに、下書きが書き換えられました。もう一度ためしてから公開してください。',
      'guide.too-many-parts': ({ most }: { most: number }) =>
        `型と物語は、合わせて${most}件までです。使っていないものを取り除いてから加えてください。`,
      'guide.conflicts-left': ({ names }: { names: readonly string[] }) =>
        `新しい出荷時の文と重なる変更が残っています：${names.join('、')}。それぞれを開いて、どちらの文にするかを選んでください。`,
      'guide.draft-unreadable': ({ problems }: { problems: readonly string[] }) =>
        `下書きに、直すところがあります。次の行を直してから公開してください。\n${problems.slice(0, 12).join('\n')}`,
      'guide.stories-fail': ({ stories }: { stories: readonly string[] }) =>
        `期待と違う物語があります：${stories.join('、')}。型か会社の物語を直すか、出荷時の物語なら承知で公開する理由を書いてください。`,
      'guide.nothing-to-publish':
        '公開中の版と同じ内容です。下書きを書き換えてから公開してください。',
      'guide.version-missing':
        'この版は見つからないか、もう公開中です。履歴を読み直して、選び直してください。',
      'guide.file-of-other-language':
        'ほかの言語の型のファイルです。いま開いている言語のファイルを選んでください。',
    },
    events: {},
  },
  en: {
    words: {
      title: 'Playbook',
      lead: 'Change the words of the guide to suit your company. Try the draft on stories and publish it: the next talk uses it.',
      readOnly: 'You can read everything. Ask an administrator to change or publish.',
      asShipped: 'The shipped playbook is in use',
      publishedBy: (given) => `Version ${given.edition}, published by ${given.name}`,
      draftChanged: 'There are changes that are not published',
      plays: 'Plays',
      stories: 'Company stories',
      noStories:
        'No stories yet. Write how a talk goes and which move must appear; it is tried before each publication.',
      states: { shipped: '', changed: 'Changed', added: 'Added', off: 'Resting' },
      upgrades: {
        none: '',
        merges: 'The shipped text is newer',
        conflict: 'Changed here and in the shipped text',
      },
      tiers: {
        opening: 'Opening',
        safety: 'Safety',
        protect: 'Protection',
        cue: 'Cues',
        main: 'Main path',
      },
      otherTier: 'Others',
      choose: 'Choose a play from the list',
      text: (given) => `Text of “${given.name}” (YAML)`,
      textHint: 'Tab leaves the field. Indent by two spaces. Ctrl+Enter saves the draft.',
      problemsIn: 'To be mended',
      lineOf: (given) => `Line ${given.line}: ${given.sentence}`,
      noProblems: 'It can be read. Nothing has to be mended.',
      preview: 'On the screen',
      previewNone: 'Once the text can be read, its moves are shown here as in a call.',
      previewMove: 'Move',
      diff: 'Differences',
      diffWith: 'Compared with',
      diffPublished: 'the published version',
      diffShipped: 'as shipped',
      noDiff: 'There is no difference.',
      added: 'Added line',
      removed: 'Removed line',
      save: 'Save draft',
      saved: 'Draft saved. It is not used in talks until it is published.',
      unsaved: 'Not saved yet',
      savedBy: (given) => `Saved by ${given.name}`,
      toShipped: 'Back to shipped',
      givenBack: (given) => `“${given.name}” has its shipped text again.`,
      rest: 'Let it rest',
      wake: 'Wake it',
      resting: (given) => `“${given.name}” rests. Once published it does not appear in talks.`,
      remove: 'Remove',
      takenAway: (given) => `“${given.name}” was removed.`,
      addPlay: 'Add a play',
      addStory: 'Add a story',
      name: 'Name',
      nameHint: 'The record remembers this name. It cannot be changed later.',
      add: 'Add',
      overtaken: (given) => `${given.name === '' ? 'Somebody else' : given.name} changed it first`,
      saveMine: 'I have seen the differences: save mine',
      takeTheirs: 'Take the saved text',
      awake: (given) => `“${given.name}” is awake again.`,
      language: 'Language of the playbook',
      languages: { ja: '日本語', en: 'English' },
      overtakenDetail: 'What you have written is still here. Look at the differences, then decide.',
      mergeTitle: 'The shipped text is newer',
      mergeTaken: (given) => `New shipped text is taken where you changed nothing: ${given.count}.`,
      mergeOpen: (given) => `Changed on both sides, please choose: ${given.count}.`,
      mergeChoose: (given) => `Which text for “${given.key}”`,
      mergeOwn: 'Your text',
      mergeShipped: 'New shipped text',
      mergeGone: '(there is no such move)',
      mergeTake: 'Save this text as draft',
      firstPlay: (given) => `play: ${given.name}
title: As it stands on the screen
about: When this play is for.
tier: cue
cues: [anger_high]
because:
  - There were angry words.

moves:
  - id: acknowledge
    stage: listen
    goal: Take in the feeling first
    say:
      - I am listening.
      - Please tell me what happened.
      - Please start from the beginning.
    reasons:
      - Listening comes first
`,
      firstStory: (given) => `story: ${given.name}
about: What kind of talk this is.
steps:
  - customer: This is outrageous.
    cues: [anger_high]
    expect:
      stage: listen
`,
      tryIt: 'Try',
      trying: 'Running the stories',
      tryTitle: 'How the stories went',
      tryPassed: (given) => `${given.passed} of ${given.count} stories went as expected.`,
      tryProblems: 'To be mended before publishing',
      passed: 'As expected',
      failed: 'Not as expected',
      ownStory: 'Company story',
      reason: (given) => `Why “${given.story}” may differ`,
      reasonHint: 'A shipped story may differ when you say why. The reason is kept in the history.',
      publish: 'Publish',
      note: 'What was changed',
      noteHint: 'Kept in the history with your name.',
      published: (given) => `Version ${given.edition} is published. The next talk uses it.`,
      history: 'History of versions',
      noHistory: 'Nothing was published yet.',
      restore: 'Back to this version',
      restoreOf: (given) => `Back to version ${given.edition}`,
      restoreShipped: 'Back to the shipped playbook',
      restoreDetail:
        'The chosen version is published again as a new one. An unpublished draft stays as it is.',
      restoreAnyway:
        'If these are shipped stories only, press again: what you wrote above is then the reason.',
      changesOf: (given) => `Changes: ${given.count}`,
      acknowledged: (given) => `“${given.story}” acknowledged: ${given.reason}`,
      exportIt: 'Export',
      importIt: 'Import',
      imported: 'The plays and stories of the file are in the draft now.',
      inFile: (given) => `${given.file}:${given.line}: ${given.sentence}`,
      inPart: (given) => `“${given.name}”, line ${given.line} of its text: ${given.sentence}`,
      fileTroubles: {
        json: () =>
          'This is not JSON. Look at the brackets, quotes and commas of this line and the one before.',
        'other-file': () => 'This was not exported here. Choose a file that Export has made.',
        field: (given) =>
          `“${given.field}” is missing or has another form. Compare it with an exported file.`,
      },
      fileRefused: 'The file was not imported. The draft is as it was.',
      fileToMend:
        'The file is in the draft. Mend these lines before publishing, here or in the file.',
      otherName: (given) =>
        `The name at “play” differs. Leave it as “${given.name}”: the record remembers the play by it.`,
    },
    refusals: {
      'guide.part-missing': 'This play or story is not there. Reload the list and choose again.',
      'guide.part-overtaken': ({ byName }) =>
        `${byName === '' ? 'Somebody else' : byName} changed it first. What you wrote is still here. Look at the differences, then save again.`,
      'guide.draft-overtaken':
        'The draft was changed after it was tried. Try it again, then publish.',
      'guide.too-many-parts': ({ most }) =>
        `There can be ${most} plays and stories at most. Remove what is not used first.`,
      'guide.conflicts-left': ({ names }) =>
        `Changes are left that meet the new shipped text: ${names.join(', ')}. Open each and choose.`,
      'guide.draft-unreadable': ({ problems }) =>
        `The draft has to be mended before it is published:\n${problems.slice(0, 12).join('\n')}`,
      'guide.stories-fail': ({ stories }) =>
        `These stories do not go as expected: ${stories.join(', ')}. Mend the play or your story, or say why a shipped story may differ.`,
      'guide.nothing-to-publish':
        'This is the same as the published version. Change the draft first.',
      'guide.version-missing':
        'This version is not there or is published already. Reload the history and choose again.',
      'guide.file-of-other-language':
        'This file is for another language. Choose one for this language.',
    },
    events: {},
  },
})
