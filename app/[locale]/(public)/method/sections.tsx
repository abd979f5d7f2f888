import { useLocale, useTranslations } from 'next-intl'
import { fullDay } from '@/components/format/dates'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { PUBLISHED_ON } from '@/domain/clock/clock'
import { ledgerFirstDay } from '@/domain/ledger/ledger'
import { loanClasses } from '@/domain/product/classes'
import { SMALL_CELL } from '@/domain/totals/totals'

const factsOf = {
  counting: [
    'companies',
    'money',
    'loans',
    'states',
    'evidence',
    'asOf',
    'growth',
    'parts',
    'published',
    'small',
    'open',
  ],
  matching: ['verdict', 'unknown', 'nearMiss', 'fit', 'same', 'human'],
} as const

/** Short answers, each under its own word. */
export function Facts({ section }: { section: keyof typeof factsOf }) {
  const [t, domain, locale] = [useTranslations('method'), useTranslations('domain'), useLocale()]
  const facts = {
    loans: loanClasses.map((name) => domain(`class.${name}`)).join(t('separator')),
    first: fullDay(ledgerFirstDay, locale),
    ...PUBLISHED_ON,
    least: SMALL_CELL,
  }
  return (
    <dl className="grid gap-x-10 gap-y-4 md:grid-cols-2">
      {factsOf[section].map((id) => (
        <div key={id}>
          <dt className="font-semibold">{t(`facts.${id}.name` as 'facts.companies.name')}</dt>
          <dd className="mt-0.5 text-ink-2">
            {t(`facts.${id}.text` as 'facts.loans.text', facts)}
          </dd>
        </div>
      ))}
    </dl>
  )
}

const readers = ['public', 'matched', 'consented', 'official'] as const

export function Sections() {
  const t = useTranslations('method')
  return (
    <>
      <Card id="matching" labelledBy="matching-title">
        <CardHead id="matching-title" title={t('sections.matching')} note={t('matchingNote')} />
        <CardBody>
          <Facts section="matching" />
        </CardBody>
      </Card>
      <Card id="who-sees" labelledBy="who-sees-title">
        <CardHead id="who-sees-title" title={t('sections.who-sees')} note={t('whoSeesNote')} />
        <Table
          caption={t('sections.who-sees')}
          head={
            <>
              <Head>{t('readers.who')}</Head>
              <Head>{t('readers.sees')}</Head>
              <Head>{t('readers.never')}</Head>
            </>
          }
        >
          {readers.map((reader) => (
            <Row key={reader}>
              <Cell head>
                <b>{t(`readers.${reader}.name`)}</b>
              </Cell>
              <Cell label={t('readers.sees')}>{t(`readers.${reader}.sees`)}</Cell>
              <Cell label={t('readers.never')}>
                <span className="text-ink-2">{t(`readers.${reader}.never`)}</span>
              </Cell>
            </Row>
          ))}
        </Table>
        <CardBody line>
          <p className="text-ink-2">{t('whoSeesFoot')}</p>
        </CardBody>
      </Card>
    </>
  )
}
