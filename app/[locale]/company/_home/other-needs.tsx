import { CircleCheck } from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import { fullDay } from '@/components/format/dates'
import { listed } from '@/components/format/lists'
import { money } from '@/components/format/money'
import { Card, CardBody } from '@/components/ui/card'
import { ClockChip } from '@/components/ui/clock-chip'
import { Code } from '@/components/ui/code'
import { Dated } from '@/components/ui/dated'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { Tag } from '@/components/ui/tag'
import { QuietLink } from '@/components/ui/text-links'
import { dayOf } from '@/domain/calendar/calendar'
import { companyWordOf } from '@/domain/need/life'
import { termsOf } from '@/domain/need/need'
import type { OwnNeed } from '@/domain/need/queries'
import { findingOf, standingOf } from '@/domain/need/standing'
import { needLine, needTitle } from '../need-words'
import { copy } from '../needs/actions'

async function words() {
  const [t, domain, need, locale] = await Promise.all([
    getTranslations('company'),
    getTranslations('domain'),
    getTranslations('need'),
    getLocale(),
  ])
  return { t, domain, need, locale }
}

/** Needs under way besides the one above. */
export async function OtherNeeds({ needs, now }: { needs: OwnNeed[]; now: Date }) {
  const { t, domain, need, locale } = await words()
  return (
    <section aria-labelledby="others">
      <h2 id="others" className="mb-3 text-h2">
        {t('others.title')}
      </h2>
      <Card as="div">
        {needs.map((one, index) => {
          return (
            <CardBody key={one.id} line={index > 0}>
              <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
                <div className="min-w-0">
                  <h3 className="text-h3">
                    <QuietLink href={`/company/needs/${one.id}`}>
                      {needTitle(one, { domain, need, locale })}
                    </QuietLink>{' '}
                    <Tag tone={one.state === 'returned' ? 'warn' : 'neutral'}>
                      {domain(`needState.${one.state}`)}
                    </Tag>
                  </h3>
                  <p className="text-small text-ink-2">
                    <Dated>{needLine(termsOf(one), { domain, need, locale })}</Dated>
                  </p>
                  {one.state === 'published' && (
                    <p className="text-small text-ink-2">
                      {t('others.talk', {
                        ...standingOf(one),
                        stand: t(
                          `others.stand.${findingOf(one, one.fitting.products)}`,
                          one.fitting,
                        ),
                      })}
                    </p>
                  )}
                </div>
                {one.state === 'in-review' && one.reviewDueAt && (
                  <ClockChip due={one.reviewDueAt} now={now} />
                )}
              </div>
            </CardBody>
          )
        })}
      </Card>
    </section>
  )
}

/** What came of earlier needs; each can be registered again with its terms. */
export async function PreviousNeeds({ needs, mayWrite }: { needs: OwnNeed[]; mayWrite: boolean }) {
  const { t, domain, need, locale } = await words()
  return (
    <section aria-labelledby="previous">
      <h2 id="previous" className="mb-3 text-h2">
        {t('previous.title')}
      </h2>
      <Card as="div">
        {needs.map((one, index) => {
          const drawings = one.introductions.flatMap((met) =>
            met.drawings.map((drawing) => ({ ...drawing, financierName: met.financierName })),
          )
          const drawn = drawings.reduce((sum, { amountFen }) => sum + amountFen, 0)
          const word = companyWordOf(drawings)
          const first = drawings[0]
          return (
            <CardBody key={one.id} line={index > 0}>
              <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
                <div className="flex min-w-0 gap-3">
                  {(word === 'confirmed' || word === 'verified') && (
                    <CircleCheck aria-hidden size={20} className="mt-0.5 shrink-0 text-pass" />
                  )}
                  <div className="min-w-0">
                    <h3 className="text-h3">
                      <QuietLink href={`/company/needs/${one.id}`}>
                        {needTitle(one, { domain, need, locale })}
                      </QuietLink>
                    </h3>
                    <p className="text-small text-ink-2">
                      <Dated>
                        {first
                          ? t('previous.drawn', {
                              financiers: listed(
                                [...new Set(drawings.map((d) => d.financierName))],
                                locale,
                              ),
                              day: fullDay(first.happenedOn, locale),
                              amount: money(drawn, locale),
                              word: word ?? 'reported',
                            })
                          : t('previous.none', { state: domain(`needState.${one.state}`) })}
                      </Dated>
                    </p>
                    <p className="text-small text-ink-2">
                      <Code copy={false}>{one.code}</Code>{' '}
                      <Dated>
                        {one.endedAt &&
                          t('previous.ended', { day: fullDay(dayOf(one.endedAt), locale) })}
                      </Dated>
                    </p>
                  </div>
                </div>
                {mayWrite && (
                  <Form
                    action={copy.bind(null, one.id)}
                    label={t('previous.copyLabel', { code: one.code })}
                  >
                    <SubmitButton tone="plain" size="small">
                      {t('previous.copy')}
                    </SubmitButton>
                  </Form>
                )}
              </div>
            </CardBody>
          )
        })}
      </Card>
    </section>
  )
}
