import { useLocale, useTranslations } from 'next-intl'
import { clock, fullDay } from '@/components/format/dates'
import { rate } from '@/components/format/figures'
import { money } from '@/components/format/money'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { SummaryList, type SummaryRow } from '@/components/ui/summary-list'
import { QuietLink } from '@/components/ui/text-links'
import type { findServiceInScope } from '@/domain/ledger/queries'

type Found = NonNullable<Awaited<ReturnType<typeof findServiceInScope>>>

/** How a row came about on the platform: its need, introduction, contacts and offer; or that it came by another door. */
export function PathCard({
  found,
}: {
  found: Pick<Found, 'path' | 'contacts' | 'offer' | 'source'>
}) {
  const t = useTranslations('ledger.path')
  const domain = useTranslations('domain')
  const locale = useLocale()
  const { path, contacts, offer, source } = found
  if (!path)
    return (
      <Card labelledBy="path">
        <CardHead id="path" title={t('title')} />
        <CardBody>
          <p className="text-ink-2">{t(source === 'import' ? 'imported' : 'reportedAlone')}</p>
        </CardBody>
      </Card>
    )
  const { introduction } = path
  const rows: SummaryRow[] = [
    {
      term: t('need'),
      value: (
        <QuietLink href={`/official/needs/${path.needId}`}>
          <span className="code">{path.needCode}</span>
        </QuietLink>
      ),
      ...(path.needPublishedAt
        ? { note: t('published', { when: clock(path.needPublishedAt, locale) }) }
        : {}),
    },
    {
      term: t('introduction'),
      value: (
        <>
          <span className="code">{introduction.code}</span> ·{' '}
          {domain(`origin.${introduction.origin}`)}
        </>
      ),
      note: clock(introduction.createdAt, locale),
    },
    {
      term: t('contacts'),
      value:
        contacts.length === 0 ? (
          t('noContacts')
        ) : (
          <ul>
            {contacts.map((one, index) => (
              <li key={index}>
                {domain(`contactKind.${one.kind}`)} ·{' '}
                <span className="date">{fullDay(one.contactedOn, locale)}</span>
              </li>
            ))}
          </ul>
        ),
    },
  ]
  if (offer)
    rows.push({
      term: t('offer'),
      value: [
        money(offer.amountFen, locale),
        ...(offer.rateBp === null ? [] : [rate(offer.rateBp)]),
        domain(`repayment.${offer.repayment}`),
      ].join(' · '),
      ...(offer.acceptedAt
        ? { note: t('accepted', { when: clock(offer.acceptedAt, locale) }) }
        : {}),
    })
  return (
    <Card labelledBy="path">
      <CardHead id="path" title={t('title')} />
      <CardBody>
        <SummaryList rows={rows} />
      </CardBody>
    </Card>
  )
}
