import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { nearDay } from '@/components/format/dates'
import { allInCost } from '@/components/format/figures'
import { CardBody } from '@/components/ui/card'
import { ClockChip, PausedChip } from '@/components/ui/clock-chip'
import { Seats } from '@/components/ui/seats'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { QuietLink, TextLink } from '@/components/ui/text-links'
import { Written } from '@/components/ui/written'
import { dayOf } from '@/domain/calendar/calendar'
import { isLive } from '@/domain/introduction/introduction'
import { SEATS } from '@/domain/need/need'
import type { OwnNeed } from '@/domain/need/queries'
import { findingOf, standingOf } from '@/domain/need/standing'
import { deedOf } from '@/domain/product/classes'

/** Who is in talk on a need, how far, at what cost, and whose clock runs. */
export async function InTalk({
  need,
  now,
  level = 2,
}: {
  need: OwnNeed
  now: Date
  level?: 2 | 3
}) {
  const [domain, t, locale] = await Promise.all([
    getTranslations('domain'),
    getTranslations('need'),
    getLocale(),
  ])
  if (need.state !== 'published' && need.introductions.length === 0) return null
  const today = dayOf(now)
  const shown = need.introductions.filter(({ state }) => isLive(state) || state === 'drawn')
  const standing = standingOf(need)
  const { free: open } = standing
  const isOpen = need.state === 'published' && need.openFen > 0
  const met = new Set(shown.map(({ financierId }) => financierId))
  const others = Math.max(0, need.fitting.financiers - met.size)
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <>
      <CardBody line>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <Heading className="text-h2">{t('talk.title', { ...standing })}</Heading>
          {isOpen && (
            <Seats taken={standing.inTalk} of={SEATS}>
              {t('talk.seats', { of: SEATS, open })}
            </Seats>
          )}
        </div>
      </CardBody>
      {shown.length > 0 && (
        <Table
          caption={t('talk.caption')}
          head={
            <>
              <Head>{t('talk.who')}</Head>
              <Head>{t('talk.progress')}</Head>
              <Head num>{t('talk.allIn')}</Head>
              <Head num>{t('talk.clock')}</Head>
            </>
          }
        >
          {shown.map((one) => {
            const offer = one.offers.find(({ state }) =>
              ['indicative', 'asked', 'approved', 'accepted'].includes(state),
            )
            return (
              <Row key={one.id}>
                <Cell head note={one.productName}>
                  <QuietLink href={`/company/introductions/${one.id}`}>
                    <Written>{one.financierName}</Written>
                  </QuietLink>
                </Cell>
                <Cell
                  label={t('talk.progress')}
                  note={
                    one.assignedTo
                      ? t('talk.manager', {
                          name: one.assignedTo,
                          origin: domain(`origin.${one.origin}`),
                          day: nearDay(dayOf(one.createdAt), today, locale),
                        })
                      : t('talk.origin', {
                          origin: domain(`origin.${one.origin}`),
                          day: nearDay(dayOf(one.createdAt), today, locale),
                        })
                  }
                >
                  {domain(`introductionState.${one.state}`, { deed: deedOf(one.productClass) })}
                </Cell>
                <Cell num label={t('talk.allIn')}>
                  {offer && offer.allInBp !== null ? (
                    <QuietLink href={`/company/needs/${need.id}#offers`}>
                      {allInCost(offer.allInBp, locale)}
                    </QuietLink>
                  ) : (
                    <span className="text-ink-2">{t('talk.noOffer')}</span>
                  )}
                </Cell>
                <Cell num label={t('talk.clock')}>
                  {one.state === 'requested' ? (
                    <PausedChip>{t('talk.waitsForYou')}</PausedChip>
                  ) : one.dueAt ? (
                    <ClockChip due={one.dueAt} now={now} />
                  ) : (
                    <span className="text-ink-2">{t('talk.noClock')}</span>
                  )}
                </Cell>
              </Row>
            )
          })}
        </Table>
      )}
      {need.state === 'published' && (
        <CardBody line={shown.length > 0}>
          <p className="text-ink-2">{whoElse()}</p>
        </CardBody>
      )}
    </>
  )

  /** Who may still come in: nobody once all is agreed, whoever fits while a seat is free. */
  function whoElse(): ReactNode {
    const link = (words: ReactNode) => (
      <TextLink href={`/company/needs/${need.id}`}>{words}</TextLink>
    )
    if (need.openFen <= 0) return t('talk.settled')
    if (open === 0) return t('talk.full', { of: SEATS })
    if (findingOf(need, others) === 'judging') return t('life.judging')
    return others > 0
      ? t.rich('talk.invite', { open, count: others, link })
      : t.rich('talk.nobodyElse', { link })
  }
}
