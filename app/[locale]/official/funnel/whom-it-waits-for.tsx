import { getLocale, getTranslations } from 'next-intl/server'
import { BarCell } from '@/components/charts/bars'
import { count, counted } from '@/components/format/figures'
import { Card, CardHead } from '@/components/ui/card'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { QuietLink } from '@/components/ui/text-links'
import { Written } from '@/components/ui/written'
import type { OfficialActor } from '@/domain/actor'
import { workingTimeBetween } from '@/domain/calendar/calendar'
import type { Context } from '@/domain/context'
import { waitsOf, type FunnelRow } from '@/domain/funnel/queries'
import { listFinancierNames } from '@/domain/organisation/queries'
import type { Parameters } from '@/domain/totals/read-question'
import { addressOf } from '@/app/address'

const SHOWN = 10

/** Whom the late needs wait for, the most first, and how late the longest is. */
export async function WhomItWaitsFor({
  context,
  rows,
  parameters,
}: {
  context: Context<OfficialActor>
  rows: readonly FunnelRow[]
  parameters: Parameters
}) {
  const [t, locale, names] = await Promise.all([
    getTranslations('funnel'),
    getLocale(),
    listFinancierNames(context),
  ])
  const waits = waitsOf(rows, context.now)
  if (waits.length === 0) return null
  const most = Math.max(...waits.map(({ needs }) => needs.length))
  const late = new Set(waits.flatMap(({ needs }) => needs)).size
  const nameOf = (who: string) =>
    who === 'nobody' || who === 'company' ? t(`whom.${who}`) : (names.get(who) ?? t('whom.unnamed'))
  return (
    <Card labelledBy="whom">
      <CardHead id="whom" title={t('whom.title', { count: late })} note={t('whom.note')} />
      <Table
        caption={t('whom.title', { count: late })}
        phone="scroll"
        head={
          <>
            <Head>{t('whom.who')}</Head>
            <Head num>{t('whom.needs')}</Head>
            <Head num>{t('whom.longest')}</Head>
          </>
        }
      >
        {waits.slice(0, SHOWN).map(({ who, needs, since }) => (
          <Row key={who}>
            <Cell head>
              <span className="whitespace-normal">
                <Written>{nameOf(who)}</Written>
              </span>
            </Cell>
            <Cell num>
              <BarCell value={needs.length} most={most}>
                <QuietLink href={addressOf('/official/funnel/needs', parameters, { late: who })}>
                  {count(needs.length)}
                </QuietLink>
              </BarCell>
            </Cell>
            <Cell num>
              {counted(
                Math.round(workingTimeBetween(since, context.now) * 10) / 10,
                'workingDay',
                locale,
              )}
            </Cell>
          </Row>
        ))}
      </Table>
    </Card>
  )
}
