import { useLocale, useTranslations } from 'next-intl'
import { addressOf } from '@/app/address'
import { PartsBar } from '@/components/charts/bars'
import { count, counted, share } from '@/components/format/figures'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { QuietLink } from '@/components/ui/text-links'
import { DAYS, WORKING_DAYS } from '@/domain/clock/clock'
import {
  inWorkingDays,
  standings,
  type FunnelStep,
  type NeedStanding,
} from '@/domain/funnel/funnel'
import type { FunnelLine, Spread } from '@/domain/funnel/queries'
import { SAMPLE_LEAST } from '@/domain/totals/percentile'
import type { Parameters } from '@/domain/totals/read-question'

export const tones = {
  'went-on': 'jade',
  waiting: 'then',
  overdue: 'seal',
  ended: 'hatched',
} as const satisfies Record<NeedStanding, string>

const limits: Record<FunnelStep, number> = {
  answer: WORKING_DAYS.firstAnswer,
  contact: WORKING_DAYS.contact,
  file: WORKING_DAYS.file,
  decision: DAYS.decision,
  drawing: DAYS.drawing,
}

export function needsAddress(
  parameters: Parameters,
  step?: FunnelStep,
  how?: NeedStanding,
): string {
  return addressOf('/official/funnel/needs', parameters, { step, how })
}

/** A step a row: who came, went on, waits, is late, ended there; and how many days it took. Bars share one base. */
export function FunnelTable({
  lines,
  days,
  parameters,
}: {
  lines: readonly FunnelLine[]
  days: Spread | null
  parameters: Parameters
}) {
  const t = useTranslations('funnel')
  const locale = useLocale()
  const most = lines[0]?.came ?? 0
  const opening = (value: number, href: string) =>
    value > 0 ? <QuietLink href={href}>{count(value)}</QuietLink> : count(value)
  const inDays = (value: number | undefined, working: boolean) =>
    value === undefined
      ? t('few', { least: SAMPLE_LEAST })
      : counted(Math.round(value * 10) / 10, working ? 'workingDay' : 'day', locale)
  return (
    <Table
      caption={t('caption')}
      phone="scroll"
      head={
        <>
          <Head>{t('step')}</Head>
          <Head num>{t('came')}</Head>
          <Head>{t('bar')}</Head>
          {standings.map((one) => (
            <Head key={one} num>
              {t(`standing.${one}`)}
            </Head>
          ))}
          <Head num>{t('median')}</Head>
          <Head num>{t('p90')}</Head>
          <Head num>{t('limit')}</Head>
        </>
      }
    >
      {lines.map(({ step, came, counts, days: spread }) => {
        const working = inWorkingDays[step]
        return (
          <Row key={step}>
            <Cell head>{t(`steps.${step}`)}</Cell>
            <Cell num>{opening(came, needsAddress(parameters, step))}</Cell>
            <Cell>
              <PartsBar
                most={most}
                parts={standings.map((one) => ({ id: one, value: counts[one], tone: tones[one] }))}
              />
            </Cell>
            {standings.map((one) => (
              <Cell
                key={one}
                num
                note={one === 'went-on' ? share(counts[one], came, 1) : undefined}
              >
                {opening(counts[one], needsAddress(parameters, step, one))}
              </Cell>
            ))}
            <Cell num>{inDays(spread?.median, working)}</Cell>
            <Cell num>{inDays(spread?.p90, working)}</Cell>
            <Cell num>{counted(limits[step], working ? 'workingDay' : 'day', locale)}</Cell>
          </Row>
        )
      })}
      <Row>
        <Cell head>
          <b>{t('whole')}</b>
        </Cell>
        <Cell num>{opening(most, needsAddress(parameters))}</Cell>
        <Cell>{null}</Cell>
        {standings.map((one) => (
          <Cell key={one} num>
            {opening(
              one === 'went-on'
                ? (lines.at(-1)?.counts[one] ?? 0)
                : lines.reduce((sum, line) => sum + line.counts[one], 0),
              needsAddress(parameters, undefined, one),
            )}
          </Cell>
        ))}
        <Cell num>{inDays(days?.median, false)}</Cell>
        <Cell num>{inDays(days?.p90, false)}</Cell>
        <Cell num>{null}</Cell>
      </Row>
    </Table>
  )
}
