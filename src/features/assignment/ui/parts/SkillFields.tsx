import { channels } from '#features/complaints/contract.ts'
import { Checkbox } from '#kit/Checkbox.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { TextField } from '#kit/TextField.tsx'
import type { Skill } from '../../contract.ts'
import { desksMessages } from '../../desks/messages.ts'
import { skillName } from '../../wording/rules.ts'

/** Products as words, English and channels as ticks. What is typed stays as it is until it is saved. */
export type SkillDraft = { readonly products: string; readonly others: readonly Skill[] }

export function draftOf(skills: readonly Skill[]): SkillDraft {
  const products = skills.filter(({ kind }) => kind === 'product').map(({ word }) => word)
  return { products: products.join('、'), others: skills.filter(({ kind }) => kind !== 'product') }
}

export function skillsIn({ products, others }: SkillDraft): Skill[] {
  const words = products.split(/[、,，]/).map((word) => word.trim())
  const named = [...new Set(words)].filter(Boolean)
  return [...named.map((word) => ({ kind: 'product' as const, word })), ...others]
}

const inWriting: readonly Skill[] = [
  { kind: 'language', word: 'en' },
  ...channels
    .filter((each) => !['import', 'api'].includes(each))
    .map((word) => ({ kind: 'channel' as const, word })),
]

export function SkillFields(props: { draft: SkillDraft; onChange: (draft: SkillDraft) => void }) {
  const { settings: words } = useMessages(desksMessages).words
  const language = useLanguage()
  const { draft, onChange } = props
  const has = (skill: Skill) => draft.others.some(({ word }) => word === skill.word)
  return (
    <>
      <TextField
        label={words.products}
        hint={words.productsHint}
        value={draft.products}
        onChange={(products) => onChange({ ...draft, products })}
      />
      <fieldset className="flex flex-wrap gap-x-4">
        <legend className="text-sm font-medium">{words.channels}</legend>
        {inWriting.map((skill) => (
          <Checkbox
            key={skill.word}
            isChosen={has(skill)}
            onChange={(isOn) =>
              onChange({
                ...draft,
                others: isOn
                  ? [...draft.others, skill]
                  : draft.others.filter(({ word }) => word !== skill.word),
              })
            }
          >
            {skill.kind === 'language' ? words.english : skillName(skill.word, language)}
          </Checkbox>
        ))}
      </fieldset>
    </>
  )
}
