import { useTranslations } from 'next-intl'
import { Link } from '@/components/ui/link.client'

/** The seal: two characters in Song, white on cinnabar in both themes. It appears nowhere as decoration. */
export function Seal() {
  const t = useTranslations('shell')
  return (
    <svg aria-hidden viewBox="0 0 30 30" className="size-[30px] shrink-0">
      <rect width="30" height="30" rx="6" className="fill-mark" />
      <g className="fill-on-mark font-song" fontSize="12.5" fontWeight="700" textAnchor="middle">
        <text x="15" y="13.4">
          {t('seal.above')}
        </text>
        <text x="15" y="25.8">
          {t('seal.below')}
        </text>
      </g>
    </svg>
  )
}

export function Brand({ href, city = false }: { href: string; city?: boolean }) {
  const t = useTranslations('shell')
  return (
    <Link href={href} aria-label={t('home')} className="flex min-h-11 items-center gap-2.5">
      <Seal />
      <span aria-hidden className="text-[16px] font-bold">
        {t('name')}
      </span>
      {city && (
        <span aria-hidden className="text-small text-ink-2">
          {t('city')}
        </span>
      )}
    </Link>
  )
}
