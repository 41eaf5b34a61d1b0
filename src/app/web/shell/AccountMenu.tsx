import { useNavigate } from '@tanstack/react-router'
import {
  MessageCircle,
  Keyboard,
  Languages,
  LogOut,
  Monitor,
  Moon,
  Rows2,
  Rows4,
  Sun,
} from 'lucide-react'
import type { Viewer } from '#features/access/contract.ts'
import { openCommander } from '#kit/Commander.tsx'
import { useMessages } from '#kit/language.tsx'
import { Menu, type MenuAction } from '#kit/Menu.tsx'
import { changePreferences, usePreferences } from '#kit/preferences.ts'
import { webMessages } from '../messages.ts'
import { speak } from '../words.ts'
import { signOut } from '../session.ts'

export function AccountMenu({ viewer }: { viewer: Viewer }) {
  const { account } = useMessages(webMessages)
  return (
    <Menu label={account.menu({ name: viewer.name })} actions={useAccountActions()}>
      <span
        aria-hidden
        className="flex size-8 items-center justify-center rounded-full bg-accent-bg text-sm font-semibold text-accent"
      >
        {viewer.name.slice(0, 1)}
      </span>
      <span aria-hidden className="text-sm max-lg:hidden">
        {viewer.name}
      </span>
    </Menu>
  )
}

/** Also offered by the palette. */
export function useAccountActions(): MenuAction[] {
  const { account, consultation } = useMessages(webMessages)
  const navigate = useNavigate()
  const { theme, density, language } = usePreferences()
  const themes = [
    { id: 'light', name: account.light, icon: Sun },
    { id: 'dark', name: account.dark, icon: Moon },
    { id: 'system', name: account.system, icon: Monitor },
  ] as const
  return [
    {
      id: 'consultation',
      name: consultation,
      icon: MessageCircle,
      run: () => void navigate({ to: '/consultation/{-$caseId}', params: { caseId: undefined } }),
    },
    ...themes.map(({ id, name, icon }) => ({
      id,
      name,
      icon,
      isChosen: theme === id,
      run: () => changePreferences({ theme: id }),
    })),
    density === 'compact'
      ? {
          id: 'density',
          name: account.comfortable,
          icon: Rows2,
          run: () => changePreferences({ density: 'comfortable' }),
        }
      : {
          id: 'density',
          name: account.compact,
          icon: Rows4,
          run: () => changePreferences({ density: 'compact' }),
        },
    {
      id: 'language',
      name: language === 'ja' ? account.english : account.japanese,
      icon: Languages,
      run: () => void speak(language === 'ja' ? 'en' : 'ja'),
    },
    {
      id: 'shortcuts',
      name: account.shortcuts,
      icon: Keyboard,
      keys: '?',
      run: () => openCommander('sheet'),
    },
    { id: 'sign-out', name: account.signOut, icon: LogOut, run: () => void signOut() },
  ]
}
