import { getLocale, getTranslations } from 'next-intl/server'
import { addressOf } from '@/app/address'
import { BarCell } from '@/components/charts/bars'
import { changePercent, count, share } from '@/components/format/figures'
import { moneyFigure, moneyHead } from '@/components/format/money'
import { Card, CardBody, CardFoot, CardHead } from '@/components/ui/card'
import { Downloads, type FileHrefs } from '@/components/ui/downloads'
import { EmptyState } from '@/components/ui/empty-state'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { Cuts } from '@/components/ui/tabs'
import { QuietLink } from '@/components/ui/text-links'
import { Written } from '@/components/ui/written'
import type { OfficialActor } from '@/domain/actor'
import type { Context } from '@/domain/context'
import { countBy } from '@/domain/totals/count'
import type { Parameters } from '@/domain/totals/read-question'
import {
  dimensions,
  type CutTotals,
  type Dimension,
  type OpenFigure,
  type Question,
} from '@/domain/totals/totals'
import { partWords } from './part-words'
import { figureAddress, narrowing } from './set-address'

/** One cut of a question as bars and figures, each of which opens; the finding is its title. */
export async function CutTable({
  context,
  question,
  before,
  parameters,
  dimension,
  companies,
  downloads,
}: {
  context: Context<OfficialActor>
  question: Question
  /** What it is compared with; null where nothing can be. */
  before: Question | null
  parameters: Parameters
  dimension: Dimension
  /** Companies of the whole question, once each. */
  companies: number
  downloads: FileHrefs
}) {
  const locale = await getLocale()
  const [t, nameOf, parts, partsThen] = await Promise.all([
    getTranslations('monitor.cuts'),
    partWords(context, dimension, locale),
    countBy(context, question, dimension),
    before ? countBy(context, before, dimension) : [],
  ])
  const then = new Map(partsThen.map((part) => [part.key, part.companies]))
  const named = parts.filter(({ key }) => key !== null)
  const [top] = named
  const most = Math.max(...parts.map((part) => part.companies), 1)
  const overlaps = parts.reduce((sum, part) => sum + part.companies, 0) > companies
  const kept = dimension === 'chain' ? undefined : dimension
  const changeOf = (part: CutTotals) => {
    if (!before) return t('noComparable')
    const base = then.get(part.key) ?? 0
    return changePercent(part.companies, base, 0) ?? t('baseNone')
  }
  return (
    <Card labelledBy="cut">
      <CardHead
        id="cut"
        title={
          top
            ? t('finding', {
                name: nameOf(top.key),
                count: top.companies,
                share: share(top.companies, companies) ?? '',
              })
            : t('none')
        }
        act={
          <Cuts
            label={t('by')}
            cuts={dimensions.map((one) => ({
              href: addressOf('/official', parameters, { cut: one === 'chain' ? undefined : one }),
              label: t(`dimension.${one}`),
              current: one === dimension,
            }))}
          />
        }
      />
      {parts.length === 0 ? (
        <CardBody>
          <EmptyState kind="no-hits" level={3} title={t('none')}>
            {t('noneNote')}
          </EmptyState>
        </CardBody>
      ) : (
        <Table
          caption={t('caption', { by: t(`dimension.${dimension}`) })}
          phone="scroll"
          head={
            <>
              <Head>{t(`dimension.${dimension}`)}</Head>
              <Head num>{t('companies')}</Head>
              <Head num>{t('times')}</Head>
              <Head num>{moneyHead(t('drawn'), locale)}</Head>
              <Head num>{t('change')}</Head>
            </>
          }
        >
          {parts.map((part) => {
            const cut = narrowing(parameters, dimension, part.key)
            const link = (figure: keyof CutTotals & OpenFigure, words: string) =>
              cut && part[figure] > 0 ? (
                <QuietLink href={figureAddress(parameters, figure, cut)}>{words}</QuietLink>
              ) : (
                words
              )
            return (
              <Row key={part.key ?? 'none'}>
                <Cell head>
                  <span className="inline-block min-w-24 whitespace-normal">
                    {cut ? (
                      <QuietLink href={addressOf('/official', parameters, { ...cut, cut: kept })}>
                        <Written>{nameOf(part.key)}</Written>
                      </QuietLink>
                    ) : (
                      <Written>{nameOf(part.key)}</Written>
                    )}
                  </span>
                </Cell>
                <Cell num>
                  <BarCell value={part.companies} most={most}>
                    {link('companies', count(part.companies))}
                  </BarCell>
                </Cell>
                <Cell num>{link('companyTimes', count(part.companyTimes))}</Cell>
                <Cell num>{link('drawnFen', moneyFigure(part.drawnFen, locale))}</Cell>
                <Cell num>{changeOf(part)}</Cell>
              </Row>
            )
          })}
        </Table>
      )}
      <CardFoot>
        <p>
          {overlaps ? t('doNotAdd', { count: companies }) : t('mayNotAdd', { count: companies })}
        </p>
        <Downloads hrefs={downloads} of={t('caption', { by: t(`dimension.${dimension}`) })} />
      </CardFoot>
    </Card>
  )
}
