import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { documentIn } from '@/app/api/v1/document'
import type { Schema } from '@/app/api/v1/openapi'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { TextLink } from '@/components/ui/text-links'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('api')
  return { title: t('title') }
}

/** What a schema takes, in its own words: integer, null. */
function typesOf({ type, anyOf = [], format }: Schema & { format?: string }): string[] {
  return [...[type ?? []].flat(), ...(format ? [format] : []), ...anyOf.flatMap(typesOf)]
}

/** Each field with those inside it, by its path. */
function fieldsOf({ properties = {}, items, anyOf = [] }: Schema, path = ''): [string, Schema][] {
  return [
    ...Object.entries(properties).flatMap(([name, field]): [string, Schema][] => [
      [path + name, field],
      ...fieldsOf(field, `${path}${name}.`),
    ]),
    ...[items ?? [], anyOf].flat().flatMap((one) => fieldsOf(one, path)),
  ]
}

const code = (text: string) => <span className="code whitespace-normal">{text}</span>

/** The public interface to read: what stands in its OpenAPI document, and nothing else. */
export default async function Page() {
  const locale = await getLocale()
  const [t, { info, paths, components }] = await Promise.all([
    getTranslations('api'),
    documentIn(locale),
  ])
  const operations = Object.entries(paths).map(([path, { get }]) => ({ path, ...get }))
  const parameters = new Map(
    operations.flatMap((one) => one.parameters.map((parameter) => [parameter.name, parameter])),
  )
  const replies = new Map(
    operations.flatMap(({ responses }) =>
      Object.entries(responses).map(([status, { description }]) => [status, description]),
    ),
  )
  const example = '/api/v1/totals?from=2024-01&to=2024-03&by=chain'
  return (
    <main id="main" className="page py-8">
      <PageHead title={info.title}>
        <p>{info.description}</p>
        <p>
          <a href={example} className="link">
            {t('page.try', { address: example })}
          </a>{' '}
          · <TextLink href="/totals">{t('page.totals')}</TextLink> ·{' '}
          <a href={`/api/v1/openapi.json?language=${locale}`} className="link">
            {t('page.document')}
          </a>
        </p>
      </PageHead>
      <div className="space-y-5">
        <Card labelledBy="addresses">
          <CardHead id="addresses" title={t('page.addresses')} />
          <Table
            caption={t('page.addresses')}
            head={
              <>
                <Head>{t('page.name')}</Head>
                <Head>{t('page.meaning')}</Head>
              </>
            }
          >
            {operations.map(({ path, summary }) => (
              <Row key={path}>
                <Cell head>{code(`GET ${path}`)}</Cell>
                <Cell label={t('page.meaning')}>{summary}</Cell>
              </Row>
            ))}
          </Table>
        </Card>
        <Card labelledBy="parameters">
          <CardHead id="parameters" title={t('page.parameters')} />
          <Table
            caption={t('page.parameters')}
            head={
              <>
                <Head>{t('page.name')}</Head>
                <Head>{t('page.meaning')}</Head>
                <Head>{t('page.values')}</Head>
              </>
            }
          >
            {[...parameters.values()].map(({ name, description, schema }) => (
              <Row key={name}>
                <Cell head>{code(name)}</Cell>
                <Cell label={t('page.meaning')}>{description}</Cell>
                <Cell label={t('page.values')}>
                  {code((schema.enum ?? schema.examples ?? []).join(' · '))}
                </Cell>
              </Row>
            ))}
          </Table>
        </Card>
        <Card labelledBy="answer">
          <CardHead id="answer" title={t('page.answer')} />
          <Table
            caption={t('page.answer')}
            head={
              <>
                <Head>{t('page.name')}</Head>
                <Head>{t('page.meaning')}</Head>
                <Head>{t('page.type')}</Head>
              </>
            }
          >
            {fieldsOf(components.schemas.Totals).map(([name, field]) => (
              <Row key={name}>
                <Cell head>{code(name)}</Cell>
                <Cell label={t('page.meaning')}>{field.description}</Cell>
                <Cell label={t('page.type')}>{code(typesOf(field).join(' · '))}</Cell>
              </Row>
            ))}
          </Table>
        </Card>
        <Card labelledBy="replies">
          <CardHead id="replies" title={t('page.replies')} />
          <CardBody>
            <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-2">
              {[...replies].map(([status, description]) => (
                <div key={status} className="contents">
                  <dt className="num font-semibold">{status}</dt>
                  <dd>{description}</dd>
                </div>
              ))}
            </dl>
          </CardBody>
        </Card>
      </div>
    </main>
  )
}
