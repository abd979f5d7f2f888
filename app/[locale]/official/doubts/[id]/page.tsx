import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { textOf } from '@/app/address'
import { contextFor } from '@/app/session'
import { fullDay } from '@/components/format/dates'
import { count } from '@/components/format/figures'
import { Card, CardHead } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Tag } from '@/components/ui/tag'
import { BackLink } from '@/components/ui/text-links'
import { Written } from '@/components/ui/written'
import { dayOf } from '@/domain/calendar/calendar'
import { DOUBTFUL } from '@/domain/doubt/doubt'
import { findDoubt } from '@/domain/doubt/queries'
import { DoneToast } from '../../done-toast'
import { idFrom } from '../../id-from'
import { ServiceRows } from '../../ledger/service-rows'
import { DoubtActs } from './acts'

const done = ['right', 'mended'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('doubts')
  return { title: t('title') }
}

/** One doubt: why it is one, the rows that it is about, and the decision. */
export default async function Page({
  params,
  searchParams,
}: PageProps<'/[locale]/official/doubts/[id]'>) {
  const context = await contextFor('official')
  const id = idFrom((await params).id)
  const [t, locale, query, found] = await Promise.all([
    getTranslations('doubts'),
    getLocale(),
    searchParams,
    findDoubt(context, id),
  ])
  if (!found) notFound()
  const { doubt, rows, services, decidedBy } = found
  const said = done.find((one) => one === textOf(query, 'done'))
  return (
    <main id="main" className="print-wide page-wide py-8">
      <PageHead
        back={<BackLink href="/official/doubts">{t('title')}</BackLink>}
        above={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Tag tone={doubt.state === 'open' ? 'warn' : 'neutral'}>
              {t(`state.${doubt.state}`)}
            </Tag>
            <span className="text-small text-ink-2">
              {t('found', { day: fullDay(dayOf(doubt.foundAt), locale) })}
            </span>
          </span>
        }
        title={t(`kind.${doubt.kind}`, { rows })}
      >
        {t(`why.${doubt.kind}`, {
          days: DOUBTFUL.guaranteeDays,
          least: DOUBTFUL.monthEndRows,
          times: DOUBTFUL.monthEndTimes,
          contacts: DOUBTFUL.contactsADay,
        })}
      </PageHead>
      <div className="space-y-5">
        {doubt.decidedAt && doubt.note && (
          <Notice tone="calm">
            <p>
              {t('decided', { by: decidedBy ?? '', day: fullDay(dayOf(doubt.decidedAt), locale) })}
            </p>
            <p className="whitespace-pre-line">
              <Written>{doubt.note}</Written>
            </p>
          </Notice>
        )}
        <Card labelledBy="rows">
          <CardHead
            id="rows"
            title={
              services.length < rows
                ? t('rowsFirst', { shown: count(services.length), rows: count(rows) })
                : t('rows', { rows })
            }
            note={t('rowsNote')}
          />
          <ServiceRows
            rows={services.map((row) => ({ ...row, stateThen: row.state, inDoubt: false }))}
            caption={t('caption')}
            showRung
          />
        </Card>
        {doubt.state === 'open' && <DoubtActs actor={context.actor} id={id} rows={rows} />}
      </div>
      {said && <DoneToast>{t(`done.${said}`)}</DoneToast>}
    </main>
  )
}
