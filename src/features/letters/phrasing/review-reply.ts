import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { Fact } from '#features/complaints/contract.ts'
import { onDetail, onFault, onReceipt } from './grounds.ts'
import { isOurs, told } from './pieces.ts'
import { asMatter, blank, fresh, inline, says, type Sentence } from './sentences.ts'
import { causesIn, oursIn, type Content, type Source } from './source.ts'

/**
 * 口コミへの返信: everybody reads it. Thanks, what is confirmed to be ours, and a way to talk in private; nothing by which
 * anybody could be told to be a customer.
 */
export function reviewReply({ record }: Source): Content {
  const faults = [...oursIn(record), ...causesIn(record).filter(isOurs)]
  const fault = faults.find((each) => isForEverybody(each, record))
  return {
    subject: '口コミへの返信',
    lacks: fault ? [] : ['matter'],
    paragraphs: told(
      [thanks(record), ...(fault ? [sorry(fault)] : [sought(record)])],
      [
        says('くわしくうかがえれば、何を改めればよいかがはっきりいたします。'),
        says(`差し支えなければ、${blank('お話を伺う窓口')}までお知らせください。`),
      ],
      [says('お声を寄せてくださったことに、感謝しております。')],
    ),
  }
}

function thanks(record: CaseRecord): Sentence {
  const { product } = record.details
  if (product && isPlain(product, record))
    return says(
      `${inline(product)}についてのご感想を、ありがとうございます。`,
      onDetail('product', record),
    )
  return says(
    fresh(record, [
      'ご利用の際に感じられたことをお書きくださり、ありがとうございます。',
      'お気づきのことを教えてくださり、ありがとうございます。',
    ]),
    onReceipt(record),
  )
}

function sorry(fault: Fact): Sentence {
  return says(`${asMatter(fault.statement)}を、お詫びいたします。`, onFault(fault))
}

function sought(record: CaseRecord): Sentence {
  return says('お書きくださった内容は、社内で確かめております。', onReceipt(record))
}

function isForEverybody({ statement }: Fact, record: CaseRecord): boolean {
  return isPlain(statement, record)
}

/** No figures by which an order or a day is found, and nobody's name. */
function isPlain(words: string, { customer, details }: CaseRecord): boolean {
  const names = [customer.name, customer.kana, details.orderNumber, details.lot].flatMap((each) =>
    (each ?? '').split(/[\s　]+/u).filter((part) => part.length > 1),
  )
  return !/[\d０-９]{2,}|様|さん/u.test(words) && names.every((name) => !words.includes(name))
}
