import { Monitor, Moon, Sun } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { themes, type Theme } from './theme'

const marks = {
  system: <Monitor aria-hidden size={15} />,
  light: <Sun aria-hidden size={15} />,
  dark: <Moon aria-hidden size={15} />,
}

export type ThemeAction = (form: FormData) => Promise<void>

/** Three buttons of one form: it works before any script. */
export function ThemeSwitch({ theme, choose }: { theme: Theme; choose: ThemeAction }) {
  const t = useTranslations('shell')
  return (
    <form action={choose}>
      <div role="group" aria-label={t('theme')} className="flex gap-1">
        {themes.map((one) => (
          <button
            key={one}
            name="theme"
            value={one}
            aria-pressed={one === theme}
            className={
              one === theme
                ? 'inline-flex min-h-8 items-center gap-1.5 rounded-control bg-jade-tint px-2.5 text-small font-semibold text-jade'
                : 'inline-flex min-h-8 items-center gap-1.5 rounded-control px-2.5 text-small text-ink-2 hover:text-ink'
            }
          >
            {marks[one]}
            {t(`themes.${one}`)}
          </button>
        ))}
      </div>
    </form>
  )
}
