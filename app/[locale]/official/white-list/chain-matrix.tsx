import { getTranslations } from 'next-intl/server'
import { count } from '@/components/format/figures'
import { Card, CardBody, CardFoot, CardHead } from '@/components/ui/card'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { QuietLink } from '@/components/ui/text-links'
import { chains, type Chain } from '@/domain/chain/chain'
import type { Parameters } from '@/domain/totals/read-question'
import {
  chainsOf,
  countStandings,
  listStandings,
  type ListedCompany,
} from '@/domain/white-list/white-list'
import { listAddress } from './address'
import { Dot } from './dots'

/** The dot matrix: a row a chain, a dot a company, worst first; each figure opens its companies. */
export async function ChainMatrix({
  companies,
  parameters,
  chosen,
}: {
  companies: readonly ListedCompany[]
  parameters: Parameters
  chosen?: Chain
}) {
  const [t, domain] = await Promise.all([
    getTranslations('registers.whiteList'),
    getTranslations('domain'),
  ])
  const rows = chainsOf(companies, chains)
  const whole = countStandings(companies)
  const places = rows.reduce((sum, row) => sum + row.companies.length, 0)
  const allServed = rows.filter(({ counts, companies: own }) => counts.served === own.length).length
  const withNever = rows.filter(({ counts }) => counts.never > 0).length
  const figure = (value: number, href: string) =>
    value > 0 ? <QuietLink href={href}>{count(value)}</QuietLink> : count(0)
  const heads = (
    <>
      <Head>{t('chain')}</Head>
      <Head>{t('companies')}</Head>
      {listStandings.map((one) => (
        <Head key={one} num>
          {t(`standing.${one}`)}
        </Head>
      ))}
      <Head num>{t('listed')}</Head>
    </>
  )
  return (
    <Card labelledBy="chains">
      <CardHead
        id="chains"
        title={t('matrixFinding', { served: allServed, chains: rows.length, never: withNever })}
      />
      <CardBody>
        <ul className="flex flex-wrap gap-x-5 gap-y-1 text-small text-ink-2">
          {listStandings.map((one) => (
            <li key={one} className="flex items-center gap-2">
              <Dot standing={one} />
              <span>{t(`standing.${one}`)}</span>
            </li>
          ))}
          <li className="flex items-center gap-2">
            <Dot standing="served" ringed />
            <span>{t('onTwo')}</span>
          </li>
        </ul>
      </CardBody>
      <Table caption={t('matrixCaption')} phone="scroll" head={heads}>
        {rows.map(({ chain, companies: own, counts }) => (
          <Row key={chain} selected={chain === chosen}>
            <Cell head>{domain(`chain.${chain}`)}</Cell>
            <Cell>
              <span className="flex flex-wrap gap-1.5 py-1">
                {listStandings
                  .toReversed()
                  .flatMap((standing) => own.filter((one) => one.standing === standing))
                  .map((one) => (
                    <Dot key={one.id} standing={one.standing} ringed={one.chains.length > 1} />
                  ))}
              </span>
            </Cell>
            {listStandings.map((is) => (
              <Cell key={is} num>
                {figure(counts[is], listAddress(parameters, { on: chain, is }))}
              </Cell>
            ))}
            <Cell num>{figure(own.length, listAddress(parameters, { on: chain }))}</Cell>
          </Row>
        ))}
        <Row>
          <Cell head>
            <b>{t('each')}</b>
          </Cell>
          <Cell>{''}</Cell>
          {listStandings.map((is) => (
            <Cell key={is} num>
              {figure(whole[is], listAddress(parameters, { is }))}
            </Cell>
          ))}
          <Cell num>{figure(companies.length, listAddress(parameters, {}))}</Cell>
        </Row>
      </Table>
      <CardFoot>
        <p>
          {places > companies.length
            ? t('doNotAdd', {
                places,
                twice: companies.filter((one) => one.chains.length > 1).length,
              })
            : t('addUp')}
        </p>
      </CardFoot>
    </Card>
  )
}
