import { useTranslations } from 'next-intl'
import { LINK_HOURS } from '@/domain/clock/clock'

/** What a form says in place of its fields once a one-time link was sent. */
export function useLinkWords(to: 'register' | 'reset') {
  const t = useTranslations('account')
  return {
    title: t('link.sent'),
    to: t.raw('link.sentTo') as string,
    text: t(`link.${to}`, LINK_HOURS),
    demonstration: t('link.demonstration'),
    open: t('link.open'),
  }
}
