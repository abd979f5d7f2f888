import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { fullDay } from '@/components/format/dates'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { Code } from '@/components/ui/code'
import { Dated } from '@/components/ui/dated'
import { PageHead } from '@/components/ui/page-head'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { TextLink } from '@/components/ui/text-links'
import { defaultDefinition, definitions } from '@/domain/totals/totals'
import { Facts, Sections } from './sections'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('method')
  return { title: t('title') }
}

const rungs = ['1', '2', '3', '4', '5', '6'] as const

export default async function Page() {
  const [t, domain, locale] = await Promise.all([
    getTranslations('method'),
    getTranslations('domain'),
    getLocale(),
  ])
  return (
    <main id="main" className="page py-8">
      <PageHead title={t('title')}>{t('about')}</PageHead>
      <nav aria-label={t('contents')} className="mb-6 flex flex-wrap gap-x-5 gap-y-1.5">
        {(['counting', 'matching', 'who-sees'] as const).map((id) => (
          <a key={id} href={`#${id}`} className="link">
            {t(`sections.${id}`)}
          </a>
        ))}
      </nav>
      <div className="space-y-5">
        <Card id="counting" labelledBy="counting-title">
          <CardHead id="counting-title" title={t('sections.counting')} note={t('countingNote')} />
          <CardBody>
            <h3 className="text-h3">{t('definitions')}</h3>
            <dl className="mt-2 space-y-2.5">
              {definitions.map(({ code, since }) => (
                <div key={code} className="sm:flex sm:gap-4">
                  <dt className="w-40 shrink-0">
                    <Code copy={false}>{code}</Code>
                  </dt>
                  <dd>
                    {domain(`definition.${code}` as 'definition.2024-03')}
                    {t('stop')}{' '}
                    <span className="text-small text-ink-2">
                      <Dated>
                        {t(code === defaultDefinition.code ? 'inForce' : 'alternative', {
                          day: fullDay(since, locale),
                        })}
                      </Dated>
                    </span>{' '}
                    {code === defaultDefinition.code && (
                      <TextLink href="/totals">{t('seeTotals')}</TextLink>
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          </CardBody>
          <CardBody line>
            <h3 className="text-h3">{t('rungs.title')}</h3>
            <p className="mt-1 mb-2 text-ink-2">{t('rungs.text')}</p>
            <Table
              bare
              caption={t('rungs.title')}
              head={
                <>
                  <Head>{t('rungs.rung')}</Head>
                  <Head>{t('rungs.what')}</Head>
                  <Head>{t('rungs.from')}</Head>
                </>
              }
            >
              {rungs.map((rung) => (
                <Row key={rung}>
                  <Cell head>{t(`rungs.names.${rung}`)}</Cell>
                  <Cell>{t(`rungs.meanings.${rung}`)}</Cell>
                  <Cell>
                    <span className="text-ink-2">
                      {t(Number(rung) < 4 ? 'rungs.needs' : 'rungs.ledger')}
                    </span>
                  </Cell>
                </Row>
              ))}
            </Table>
          </CardBody>
          <CardBody line>
            <Facts section="counting" />
          </CardBody>
        </Card>
        <Sections />
      </div>
    </main>
  )
}
