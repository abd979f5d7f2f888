import { useLocale, useTranslations } from 'next-intl'
import { YearLines } from '@/components/charts/year-lines'
import { count } from '@/components/format/figures'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { Dated } from '@/components/ui/dated'
import { Notice } from '@/components/ui/notice'
import { SummaryList } from '@/components/ui/summary-list'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { Written } from '@/components/ui/written'
import type { ReportData } from '@/domain/report/report'
import type { ReportWords } from './report-words'

/** The sentence of a report. Its figures are sealed: they open nothing. */
export function Sentence({ sentence }: Pick<ReportWords, 'sentence'>) {
  return (
    <Dated>
      {sentence.map(({ text, isFigure }) =>
        isFigure ? (
          <span key={text} className="whitespace-nowrap border-b-2 border-jade">
            {text}
          </span>
        ) : (
          text
        ),
      )}
    </Dated>
  )
}

function Figures({ heads, rows, caption }: { heads: string[]; rows: string[][]; caption: string }) {
  const [first = '', ...others] = heads
  return (
    <Table
      caption={caption}
      phone="scroll"
      head={
        <>
          <Head>{first}</Head>
          {others.map((head) => (
            <Head key={head} num>
              {head}
            </Head>
          ))}
        </>
      }
    >
      {rows.map(([name = '', ...cells]) => (
        <Row key={name}>
          <Cell head>{name}</Cell>
          {cells.map((cell, at) => (
            <Cell key={others[at]} num>
              {cell}
            </Cell>
          ))}
        </Row>
      ))}
    </Table>
  )
}

/** Everything a report says below its sentence: the words of its PDF, as a page. */
export function ReportShown({ words, data }: { words: ReportWords; data: ReportData }) {
  const [t, locale] = [useTranslations('report.paper'), useLocale()]
  const { figures, chart, chains, changes, terms, method, revision, note } = words
  const known = (values: (number | null)[]) => values.flatMap((value) => value ?? [])
  const isWhole = chart && known(chart.now).length === chart.now.length
  return (
    <div className="space-y-5">
      {revision && <Notice tone="warn">{revision}</Notice>}
      {note && (
        <p className="max-w-[46em] whitespace-pre-line">
          <Written>{note}</Written>
        </p>
      )}
      {figures && (
        <Card labelledBy="figures">
          <CardHead id="figures" title={figures.title} note={figures.subtitle} />
          <Figures {...figures} caption={figures.title} />
          <CardBody line>
            <p className="text-small text-ink-2">{figures.foot}</p>
          </CardBody>
        </Card>
      )}
      {chart && isWhole && (
        <Card as="div">
          <CardBody>
            <YearLines
              words={{
                title: chart.title,
                subtitle: chart.subtitle,
                description: `${chart.nowLabel} ${chart.thenLabel}`,
              }}
              year={Number(data.month.slice(0, 4))}
              now={known(chart.now)}
              then={known(chart.then).length === chart.then.length ? known(chart.then) : []}
              heads={[
                t('figures.measure'),
                data.month.slice(0, 4),
                String(Number(data.month.slice(0, 4)) - 1),
              ]}
              format={count}
              locale={locale}
            />
          </CardBody>
        </Card>
      )}
      {chains && (
        <Card labelledBy="chains">
          <CardHead id="chains" title={chains.title} note={chains.subtitle} />
          <Figures {...chains} caption={chains.title} />
          <CardBody line>
            <p className="text-small text-ink-2">{chains.foot}</p>
          </CardBody>
        </Card>
      )}
      <Card labelledBy="terms">
        {changes.lines.length > 0 && (
          <>
            <CardHead title={changes.title} />
            <CardBody>
              {changes.lines.map((line) => (
                <p key={line}>
                  <Dated>{line}</Dated>
                </p>
              ))}
            </CardBody>
          </>
        )}
        <CardHead id="terms" title={terms.title} />
        <CardBody>
          <SummaryList
            rows={terms.items.map(({ term, text }) => ({
              term,
              value: <span className="font-normal">{text}</span>,
            }))}
          />
        </CardBody>
        <CardHead title={method.title} />
        <CardBody>
          <p className="max-w-[46em] text-small text-ink-2">{method.text}</p>
        </CardBody>
      </Card>
    </div>
  )
}
