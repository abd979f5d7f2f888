import { getLocale, getTranslations } from 'next-intl/server'
import { fullDay } from '@/components/format/dates'
import { money } from '@/components/format/money'
import { Card, CardHead } from '@/components/ui/card'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { QuietLink } from '@/components/ui/text-links'
import type { findCompanyIntroduction } from '@/domain/introduction/queries'
import type { Deed } from '@/domain/product/classes'

type Found = NonNullable<Awaited<ReturnType<typeof findCompanyIntroduction>>>

/** Money as the financier reported it, each row with the company's own word on it. */
export async function Drawings({ drawings, deed }: { drawings: Found['drawings']; deed: Deed }) {
  const [t, domain, locale] = await Promise.all([
    getTranslations('introduction'),
    getTranslations('domain'),
    getLocale(),
  ])
  if (drawings.length === 0) return null
  return (
    <Card labelledBy="drawings">
      <CardHead id="drawings" title={t('drawings.title', { deed })} note={t('drawings.note')} />
      <Table
        caption={t('drawings.title', { deed })}
        head={
          <>
            <Head>{t('drawings.day', { deed })}</Head>
            <Head num>{t('drawings.amount', { deed })}</Head>
            <Head>{t('drawings.contract', { deed })}</Head>
            <Head>{t('drawings.state')}</Head>
          </>
        }
      >
        {drawings.map((row) => (
          <Row key={row.id}>
            <Cell head>
              <QuietLink href={`/company/services#${row.id}`}>
                {fullDay(row.happenedOn, locale)}
              </QuietLink>
            </Cell>
            <Cell num label={t('drawings.amount', { deed })}>
              {money(row.amountFen, locale)}
            </Cell>
            <Cell label={t('drawings.contract', { deed })}>
              <span className="code">{row.contractNo ?? ''}</span>
            </Cell>
            <Cell label={t('drawings.state')}>
              <Tag tone={row.state === 'confirmed' ? 'pass' : 'neutral'}>
                {domain(`serviceState.${row.state}`)}
              </Tag>
            </Cell>
          </Row>
        ))}
      </Table>
    </Card>
  )
}

/** Real contacts as the financier logged them. */
export async function Contacts({ contacts }: { contacts: Found['contacts'] }) {
  const [t, domain, locale] = await Promise.all([
    getTranslations('introduction'),
    getTranslations('domain'),
    getLocale(),
  ])
  if (contacts.length === 0) return null
  return (
    <Card labelledBy="contacts">
      <CardHead id="contacts" title={t('contacts.title')} />
      <Table
        caption={t('contacts.title')}
        head={
          <>
            <Head>{t('contacts.day')}</Head>
            <Head>{t('contacts.kind')}</Head>
          </>
        }
      >
        {contacts.map((one, index) => (
          <Row key={index}>
            <Cell head>{fullDay(one.contactedOn, locale)}</Cell>
            <Cell label={t('contacts.kind')}>{domain(`contactKind.${one.kind}`)}</Cell>
          </Row>
        ))}
      </Table>
    </Card>
  )
}
