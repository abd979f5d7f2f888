import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { TextLink } from '@/components/ui/text-links'
import type { Asked } from '@/domain/totals/place-question'
import { monthText } from '@/domain/totals/totals'
import { FilterForm } from './filter-form'

/** An address that cannot be read: why, and the form to ask again with. It gives no figure. */
export async function Unreadable({
  path,
  asked,
  ofNeeds = false,
}: {
  path: string
  asked: Asked
  ofNeeds?: boolean
}) {
  const [t, why] = await Promise.all([getTranslations('monitor'), getTranslations('asked.trouble')])
  const { question, parameters, trouble } = asked
  if (!trouble) throw new Error('this address was read')
  const { from, to } = question.period
  return (
    <main id="main" className="page py-6 sm:py-8">
      <PageHead title={t('unreadable')} />
      <Notice tone="error" title={why(trouble.code, { parameter: trouble.parameter })}>
        <TextLink href={path}>{t('plain')}</TextLink>
      </Notice>
      <FilterForm
        parameters={{ ...parameters, from: monthText(from), to: monthText(to) }}
        kept={{}}
        now={asked.context.now}
        from={from}
        to={to}
        ofNeeds={ofNeeds}
      />
    </main>
  )
}
