/** Where the link stands in a letter to a department; what it stands for is only in the message that leaves. */
export const linkMark = '〔このメールだけの回答リンク〕'
