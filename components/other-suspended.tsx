import { useTranslations } from 'next-intl'
import { Notice } from './ui/notice'

/** On an introduction whose other side is suspended: why nothing goes on, and what still can be done. */
export function OtherSuspended() {
  const t = useTranslations('refusals')
  return (
    <div className="mb-5">
      <Notice tone="warn" title={t('other-suspended')} />
    </div>
  )
}
