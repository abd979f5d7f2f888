import { getLocale, getTranslations } from 'next-intl/server'
import { fullDay } from '@/components/format/dates'
import { listed } from '@/components/format/lists'
import { money } from '@/components/format/money'
import { LinkButton } from '@/components/ui/button'
import { ClockChip } from '@/components/ui/clock-chip'
import { Link } from '@/components/ui/link.client'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import type { ListedCompany, ListStanding } from '@/domain/white-list/white-list'

const tones = { never: 'seal', 'in-talk': 'calm', idle: 'neutral', served: 'pass' } as const

function stepAddress({ id, next }: ListedCompany): string {
  if (next?.step === 'tell') return `/official/missing/needs#${next.needId}`
  if (next?.step === 'invite') return '/official/missing/companies?of=white-list'
  return next && 'needId' in next
    ? `/official/needs/${next.needId}`
    : `/official/organisations/${id}`
}

/** The companies of the list: where each stands, its contact, its clock, and one step to act. */
export async function CompanyRows({
  companies,
  now,
}: {
  companies: readonly ListedCompany[]
  now: Date
}) {
  const [t, domain, locale] = await Promise.all([
    getTranslations('registers.whiteList'),
    getTranslations('domain'),
    getLocale(),
  ])
  const tagOf = (standing: ListStanding) => (
    <Tag tone={tones[standing]}>{t(`standing.${standing}`)}</Tag>
  )
  return (
    <Table
      caption={t('companiesCaption')}
      head={
        <>
          <Head>{t('company')}</Head>
          <Head>{t('batch')}</Head>
          <Head>{t('contact')}</Head>
          <Head>{t('stands')}</Head>
          <Head>{t('clock')}</Head>
          <Head>{t('step')}</Head>
        </>
      }
    >
      {companies.map((one) => (
        <Row key={one.id}>
          <Cell
            head
            note={listed(
              one.chains.map((chain) => domain(`chain.${chain}`)),
              locale,
            )}
          >
            <Link
              href={`/official/organisations/${one.id}`}
              prefetch={false}
              className="quiet-link"
            >
              <span lang="zh">{one.name}</span>
            </Link>
          </Cell>
          <Cell
            label={t('batch')}
            note={one.validTo ? t('validTo', { day: fullDay(one.validTo, locale) }) : t('noEnd')}
          >
            {fullDay(one.batchOn, locale)}
          </Cell>
          <Cell
            label={t('contact')}
            note={one.contact && <span lang="zh">{one.contact.authority}</span>}
          >
            {one.contact ? <span lang="zh">{one.contact.name}</span> : t('noContact')}
          </Cell>
          <Cell
            label={t('stands')}
            note={
              one.last
                ? t('last', {
                    day: fullDay(one.last.on, locale),
                    amount: money(one.last.amountFen, locale),
                    financier: one.last.financier,
                  })
                : one.need
                  ? t('asks', {
                      amount: money(one.need.openFen, locale),
                      products: one.need.fitting,
                    })
                  : t('noNeed')
            }
          >
            {tagOf(one.standing)}
          </Cell>
          <Cell label={t('clock')}>
            {one.dueAt ? <ClockChip due={one.dueAt} now={now} /> : t('noClock')}
          </Cell>
          <Cell label={t('step')}>
            {one.next ? (
              <LinkButton href={stepAddress(one)} size="small">
                {t(`steps.${one.next.step}`)}
                <span className="sr-only" lang="zh">
                  {' '}
                  {one.name}
                </span>
              </LinkButton>
            ) : (
              t('noStep')
            )}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
