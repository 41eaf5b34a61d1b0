import { Checkbox } from '#kit/Checkbox.tsx'
import { useMessages } from '#kit/language.tsx'
import { changePreferences, usePreferences } from '#kit/preferences.ts'
import { Choices } from '#kit/Choices.tsx'
import { webMessages } from '../messages.ts'
import { speak } from '../words.ts'

/** How this person likes the screen; nobody else is asked. */
export function Appearance() {
  const { account, appearance: words } = useMessages(webMessages)
  const { theme, density, language, singleKeys } = usePreferences()
  return (
    <div className="flex flex-col gap-6">
      <p className="text-sm text-sub">{words.lead}</p>
      <Choices
        label={words.theme}
        value={theme}
        onChange={(chosen) => changePreferences({ theme: chosen })}
        choices={[
          { id: 'system', name: account.system },
          { id: 'light', name: account.light },
          { id: 'dark', name: account.dark },
        ]}
      />
      <Choices
        label={words.density}
        value={density}
        onChange={(chosen) => changePreferences({ density: chosen })}
        choices={[
          { id: 'comfortable', name: account.comfortable },
          { id: 'compact', name: account.compact },
        ]}
      />
      <Choices
        label={words.language}
        value={language}
        onChange={(chosen) => void speak(chosen)}
        choices={[
          { id: 'ja', name: account.japanese },
          { id: 'en', name: account.english },
        ]}
      />
      <div>
        <Checkbox
          isChosen={singleKeys}
          onChange={(chosen) => changePreferences({ singleKeys: chosen })}
        >
          {words.singleKeys}
        </Checkbox>
        <p className="text-xs text-sub">{words.singleKeysHint}</p>
      </div>
    </div>
  )
}
