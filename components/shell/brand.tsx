import { useTranslations } from 'next-intl'
import { Link } from '@/components/ui/link.client'
import { Seal } from './seal'

export function Brand({ href, city = false }: { href: string; city?: boolean }) {
  const t = useTranslations('shell')
  return (
    <Link href={href} aria-label={t('home')} className="flex min-h-11 items-center gap-2.5">
      <Seal above={t('seal.above')} below={t('seal.below')} />
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
