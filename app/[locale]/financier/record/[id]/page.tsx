import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { contextFor } from '@/app/session'
import { clock, fullDay } from '@/components/format/dates'
import { counted, rate } from '@/components/format/figures'
import { exactMoney, money } from '@/components/format/money'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { TextArea, TextField } from '@/components/ui/fields.client'
import { DateField, NumberWithUnit } from '@/components/ui/figure-fields.client'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Timeline } from '@/components/ui/steps'
import { SummaryList } from '@/components/ui/summary-list'
import { BackLink, TextLink } from '@/components/ui/text-links'
import { whyNotActAs } from '@/domain/actor'
import { dayOf } from '@/domain/calendar/calendar'
import { isId } from '@/domain/id'
import { findReportedService } from '@/domain/ledger/queries'
import { fenAsWan } from '@/domain/money/money'
import { classTerms, deedOf } from '@/domain/product/classes'
import { ServiceStateTag } from '../../service-state-tag'
import { correct, takeOut } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('financier')
  return { title: t('record.one.page') }
}

/** The words of a sentence that lead to another row. */
function rowLink(id: string) {
  return function RowLink(inside: ReactNode) {
    return <TextLink href={`/financier/record/${id}`}>{inside}</TextLink>
  }
}

/** One row that this financier reported: what has been said of it, and the ways to put it right while it may. */
export default async function Page({ params }: PageProps<'/[locale]/financier/record/[id]'>) {
  const context = await contextFor('financier')
  const { id } = await params
  const row = isId(id) ? await findReportedService(context, id) : null
  if (!row) notFound()
  const [t, domain, units, locale] = await Promise.all([
    getTranslations('financier'),
    getTranslations('domain'),
    getTranslations('units'),
    getLocale(),
  ])
  const may = row.state === 'reported' && whyNotActAs(context.actor, 'financier') === null
  const deed = deedOf(row.class)
  const rung = domain(`rung.${row.rung}` as 'rung.6', { deed })
  return (
    <main id="main" className="page max-w-[860px]! py-6">
      <PageHead
        back={<BackLink href="/financier/record">{t('nav.record')}</BackLink>}
        above={row.companyName ?? t('record.noName')}
        title={
          row.rung === 4
            ? rung
            : t('record.one.title', { rung, amount: money(row.amountFen, locale) })
        }
        act={<ServiceStateTag state={row.state} />}
      >
        {fullDay(row.happenedOn, locale)}
      </PageHead>
      <div className="space-y-5">
        {(row.correctsId ?? row.correctedById) && (
          <Notice tone="calm">
            {row.correctsId && (
              <p>
                {t.rich('record.one.corrects', {
                  why: row.correctsWhy ?? '',
                  open: rowLink(row.correctsId),
                })}
              </p>
            )}
            {row.correctedById && (
              <p>{t.rich('record.one.correctedBy', { open: rowLink(row.correctedById) })}</p>
            )}
          </Notice>
        )}
        <Card labelledBy="row">
          <CardHead id="row" title={t('record.one.row')} />
          <CardBody>
            <SummaryList
              rows={[
                { term: t('record.on'), value: fullDay(row.happenedOn, locale) },
                { term: t('filter.class'), value: domain(`class.${row.class}`) },
                ...(row.rung === 4
                  ? []
                  : [{ term: t('record.amount'), value: exactMoney(row.amountFen, locale) }]),
                {
                  term: t('intro.drawing.contract', { deed }),
                  value: row.contractNo ?? t('record.noContract'),
                },
                ...(row.rateBp === null
                  ? []
                  : [
                      {
                        term: t('record.one.rate', { price: classTerms[row.class].price }),
                        value: rate(row.rateBp),
                      },
                    ]),
                ...(row.tenorMonths === null
                  ? []
                  : [{ term: t('offer.tenor'), value: counted(row.tenorMonths, 'month', locale) }]),
                ...(row.secures ? [{ term: t('intro.drawing.secures'), value: row.secures }] : []),
                {
                  term: t('record.one.source'),
                  value: row.correctsId
                    ? t('record.one.correctionOf', {
                        source: domain(`serviceSource.${row.source}`),
                      })
                    : domain(`serviceSource.${row.source}`),
                },
                { term: t('record.one.recorded'), value: clock(row.recordedAt, locale) },
              ]}
            />
            {row.introductionId && (
              <p className="mt-3">
                <TextLink href={`/financier/introductions/${row.introductionId}`}>
                  {t('record.one.introduction')}
                </TextLink>
              </p>
            )}
          </CardBody>
        </Card>
        {row.marks.length > 0 && (
          <Card labelledBy="marks">
            <CardHead id="marks" title={t('record.one.marks')} />
            <CardBody>
              <Timeline
                label={t('record.one.marks')}
                steps={row.marks.map((mark, index) => ({
                  id: String(index),
                  name: domain(`serviceState.${mark.state}`),
                  note: clock(mark.at, locale),
                  state: 'done' as const,
                  children: (
                    <>
                      {mark.words}
                      {mark.rightAmountFen !== null && (
                        <span className="block">
                          {t('record.one.right', { amount: money(mark.rightAmountFen, locale) })}
                        </span>
                      )}
                    </>
                  ),
                }))}
              />
            </CardBody>
          </Card>
        )}
        <Card labelledBy="mend">
          <CardHead id="mend" title={t('record.one.mend')} note={t('record.one.mendNote')} />
          <CardBody>
            {may ? (
              <div className="space-y-4">
                {row.rung !== 4 && (
                  <details>
                    <summary>
                      <span className="link">{t('record.one.correct')}</span>
                    </summary>
                    <Form
                      action={correct.bind(null, row.id)}
                      keep="correct"
                      label={t('record.one.correct')}
                      className="mt-4 space-y-5"
                    >
                      <NumberWithUnit
                        name="amountFen"
                        label={t('record.amount')}
                        unit={units('typedMoney')}
                        echo="wan"
                        locale={locale}
                        start={fenAsWan(row.amountFen)}
                      />
                      <DateField
                        name="happenedOn"
                        label={t('record.on')}
                        locale={locale}
                        start={row.happenedOn}
                        max={dayOf(context.now)}
                      />
                      <TextField
                        name="contractNo"
                        label={t('intro.drawing.contract', { deed })}
                        start={row.contractNo ?? undefined}
                        maxLength={60}
                        wide={false}
                      />
                      <TextArea name="why" label={t('record.one.why')} rows={2} maxLength={500} />
                      <SubmitButton>{t('record.one.correctAct')}</SubmitButton>
                    </Form>
                  </details>
                )}
                <details>
                  <summary>
                    <span className="link">{t('record.one.void')}</span>
                  </summary>
                  <Form
                    action={takeOut.bind(null, row.id)}
                    keep="void"
                    label={t('record.one.void')}
                    className="mt-4 space-y-5"
                  >
                    <TextArea
                      name="why"
                      label={t('record.one.why')}
                      hint={t('record.one.voidHint')}
                      rows={2}
                      maxLength={500}
                    />
                    <SubmitButton tone="danger">{t('record.one.voidAct')}</SubmitButton>
                  </Form>
                </details>
              </div>
            ) : (
              <Notice tone="calm">
                {t(row.state === 'reported' ? 'record.one.viewer' : 'record.one.tooLate')}
              </Notice>
            )}
          </CardBody>
        </Card>
      </div>
    </main>
  )
}
