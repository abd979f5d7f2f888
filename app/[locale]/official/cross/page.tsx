import { ArrowLeftRight } from 'lucide-react'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { addressOf } from '@/app/address'
import { fileHrefs } from '@/app/file-hrefs'
import { periodTitle } from '@/app/period-title'
import { contextFor } from '@/app/session'
import { fullDay } from '@/components/format/dates'
import { count, counted } from '@/components/format/figures'
import { moneyHead, moneyInSentence } from '@/components/format/money'
import { Button, LinkButton } from '@/components/ui/button'
import { Card, CardBody, CardFoot, CardHead } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Downloads } from '@/components/ui/downloads'
import { Select } from '@/components/ui/fields.client'
import { PageHead } from '@/components/ui/page-head'
import { tags } from '@/components/ui/rich'
import { HeadlineFigure } from '@/components/ui/text-links'
import { dimensions } from '@/domain/totals/totals'
import { askedOf } from '../asked'
import { Filters } from '../filters'
import { MonitorTabs } from '../monitor-tabs'
import { shadeBounds } from '../places/shade'
import { questionWords } from '../question-words'
import { ScopeNote } from '../scope-note'
import { figureAddress } from '../set-address'
import { Standing } from '../standing'
import { Unreadable } from '../unreadable'
import { crossFinding } from './cross-words'
import { COLUMNS_SHOWN, CrossTable } from './cross-table'
import { crossingIn, crossMeasures, crossWords, measureIn, readCross } from './read-cross'

const path = '/official/cross'

export async function generateMetadata({
  searchParams,
}: PageProps<'/[locale]/official/cross'>): Promise<Metadata> {
  const t = await getTranslations('monitor.cross')
  return { title: await periodTitle(t('title'), await searchParams) }
}

/** Two cuts of a question crossed: computed from the rows, each figure opens, and the page says what does not add up. */
export default async function Page({ searchParams }: PageProps<'/[locale]/official/cross'>) {
  const own = await contextFor('official')
  const params = await searchParams
  const asked = await askedOf(own, path, params, crossWords)
  const crossing = crossingIn(params)
  const [down, across] = crossing
  const trouble =
    asked.trouble ??
    (down === across ? ({ code: 'twice-cut', parameter: 'columns' } as const) : null)
  if (trouble) return <Unreadable path={path} asked={{ ...asked, trouble }} />
  const measure = measureIn(params)
  const locale = await getLocale()
  const [t, monitor, words, cross] = await Promise.all([
    getTranslations('monitor.cross'),
    getTranslations('monitor'),
    questionWords(asked),
    readCross(asked, crossing, measure, locale),
  ])
  const { parameters } = asked
  const kept = {
    rows: down,
    columns: across,
    measure: measure === 'companies' ? undefined : measure,
  }
  const by = {
    rows: monitor(`cuts.dimension.${down}`),
    columns: monitor(`cuts.dimension.${across}`),
  }
  const measured = t(`measure.${measure}`)
  const title = t('caption', {
    ...by,
    measure: measure === 'drawnFen' ? moneyHead(measured, locale) : measured,
  })
  const files = fileHrefs('/api/export/cross', asked.lasting, locale, kept)
  const sum = cross.cells.reduce((total, cell) => total + cell[measure], 0)
  const whole = cross.whole[measure]
  const inWords = (value: number) =>
    measure === 'drawnFen'
      ? moneyInSentence(value, locale)
      : counted(value, measure === 'companies' ? 'company' : 'companyTime', locale)
  const most = Math.max(0, ...cross.cells.map((cell) => cell[measure]))
  const bounds = shadeBounds(most)
  const empty = cross.rows.flatMap((row) =>
    cross.columns.flatMap((column) => {
      const known = cross.registeredIn(row, column)
      return known && known.count > 0 && !cross.cellOf(row, column)?.companies ? [known.count] : []
    }),
  )
  const hidden = cross.columns.length - COLUMNS_SHOWN
  return (
    <main id="main" className="print-wide page-wide py-6 sm:py-8">
      <MonitorTabs page="cross" parameters={parameters} />
      <Filters
        path={path}
        asked={asked}
        words={words}
        now={asked.context.now}
        kept={kept}
        exports={files}
      />
      <PageHead
        size="headline"
        title={t.rich('headline', {
          ...tags,
          period: words.period,
          where: words.where,
          within: words.within,
          companies: counted(cross.whole.companies, 'company', locale),
          c: (inside) => (
            <HeadlineFigure href={figureAddress(parameters, 'companies')}>{inside}</HeadlineFigure>
          ),
          empty: empty.length,
          registered: cross.registeredOn ? 'yes' : 'no',
        })}
      >
        <ScopeNote scope={asked.ownScope}>
          <p>
            {t.rich('method', {
              ...tags,
              definition: words.definition,
              code: words.definitionCode,
            })}{' '}
            <Standing path={path} asked={asked} words={words} kept={kept} />
          </p>
        </ScopeNote>
      </PageHead>
      <form
        method="get"
        action=""
        aria-label={t('choose')}
        data-print="never"
        className="mb-5 grid items-end gap-3 sm:flex sm:flex-wrap"
      >
        {Object.entries(parameters).map(([name, value]) =>
          value ? <input key={name} type="hidden" name={name} value={value} /> : null,
        )}
        {(['rows', 'columns'] as const).map((name) => (
          <Select
            key={name}
            name={name}
            label={t(name)}
            start={name === 'rows' ? down : across}
            choices={dimensions.map((value) => ({
              value,
              label: monitor(`cuts.dimension.${value}`),
            }))}
          />
        ))}
        <Select
          name="measure"
          label={t('what')}
          start={measure}
          choices={crossMeasures.map((value) => ({ value, label: t(`measure.${value}`) }))}
        />
        <Button type="submit">{t('show')}</Button>
        <LinkButton
          href={addressOf(path, parameters, { ...kept, rows: across, columns: down })}
          icon={<ArrowLeftRight aria-hidden size={15} />}
        >
          {t('swap')}
        </LinkButton>
      </form>
      <Card labelledBy="cross">
        <CardHead
          id="cross"
          title={await crossFinding(cross, measure, locale)}
          note={title}
          act={<Downloads hrefs={files} of={title} />}
        />
        {cross.cells.length === 0 ? (
          <CardBody>
            <EmptyState kind="no-hits" level={3} title={monitor('cuts.none')}>
              {monitor('cuts.noneNote')}
            </EmptyState>
          </CardBody>
        ) : (
          <CrossTable
            asked={asked}
            crossing={crossing}
            cross={cross}
            measure={measure}
            caption={title}
          />
        )}
        <CardFoot>
          <div className="space-y-1">
            {most > 0 && measure !== 'drawnFen' && (
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                {bounds.map((bound, at) => {
                  const from = (bounds[at - 1] ?? 0) + 1
                  return (
                    <span key={bound} className={`shade shade-${at + 1}`}>
                      {from === bound ? count(bound) : `${count(from)}–${count(bound)}`}
                    </span>
                  )
                })}
                {cross.registeredOn && (
                  <>
                    <span className="shade shade-none">0</span>
                    <span>
                      {t('unserved', {
                        day: fullDay(cross.registeredOn, locale),
                        cells: empty.length,
                        companies: empty.reduce((total, one) => total + one, 0),
                      })}
                    </span>
                  </>
                )}
              </p>
            )}
            <p>
              {sum === whole
                ? t('adds', { whole: inWords(whole) })
                : t('doesNotAdd', { sum: inWords(sum), whole: inWords(whole) })}
              {hidden > 0 && <> {t('more', { shown: COLUMNS_SHOWN, hidden })}</>}
            </p>
          </div>
        </CardFoot>
      </Card>
    </main>
  )
}
