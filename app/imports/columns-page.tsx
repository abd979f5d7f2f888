import { getLocale, getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import { FileFacts } from '@/components/imports/file-facts'
import { Matched, type MatchedColumn } from '@/components/imports/matched'
import { ReadOut } from '@/components/imports/read-out'
import { questionWords } from '@/components/imports/words'
import { fullDay } from '@/components/format/dates'
import { count } from '@/components/format/figures'
import { LinkButton } from '@/components/ui/button'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { Form } from '@/components/ui/form'
import { EnterButton, SubmitButton } from '@/components/ui/form.client'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { SummaryList } from '@/components/ui/summary-list'
import { dayOf } from '@/domain/calendar/calendar'
import type { Context } from '@/domain/context'
import type { ImportSender } from '@/domain/import-run/lock-import'
import { QUESTION } from '@/domain/import-run/mending'
import {
  cellAt,
  findImport,
  readCells,
  type Cells,
  type ImportFound,
} from '@/domain/import-run/queries'
import { pathFor } from '@/messages/navigation'
import { mend } from './actions'
import { ForSenders, OpenHead, ReadingPage, Trouble } from './open-page'
import { importsOf, questionsOf, stepOf } from './place'
import { QuestionField } from './question-field'

const SAMPLES = 2

/** Each column of the file, with what it is read as and by whose word. */
function columnsOf(found: ImportFound, cells: Cells): MatchedColumn[] {
  const asked = new Set(questionsOf(found).columns.map(({ name }) => name))
  const read = found.found?.ok ? found.found.report.read : []
  const { answers, remembered } = found
  return cells.headings
    .filter(({ label }) => label !== '')
    .map(({ index, letter, label, column, isPersonal }) => {
      const samples = cells.grid
        .slice(cells.headingRow)
        .map((row) => row[index] ?? '')
        .filter((cell) => cell.trim() !== '')
      const as = read.find((one) => one.letter === letter)
      const says = (given: Readonly<Record<string, string>>) =>
        [`as.${label}`, `heading.${label}`].some((name) => name in given) ||
        Object.values(given).includes(label)
      return {
        ...{ letter, label, isPersonal, samples: [...new Set(samples)].slice(0, SAMPLES) },
        column: as?.column ?? (read.length > 0 ? null : column),
        unit: as?.unit ?? null,
        period: as?.period ?? null,
        isAsked: asked.has(`heading.${label}`),
        by: says(answers) ? 'yours' : says(remembered) ? 'remembered' : 'byHeading',
      }
    })
}

/** The third step: what is asked of the file, then every column. */
export async function importColumnsPage(context: Context<ImportSender>, id: string) {
  const base = importsOf(context.actor.audience)
  const place = `${base}/${id}`
  const found = await findImport(context, id)
  if (!found) notFound()
  const locale = await getLocale()
  if (found.state !== 'open') redirect(pathFor(locale, place))
  if (!found.found) return <ReadingPage found={found} place={place} base={base} />
  const [t, say, cells] = await Promise.all([
    getTranslations('imports'),
    getTranslations('import'),
    readCells(context, found),
  ])
  const { columns: asked } = questionsOf(found)
  const report = found.found.ok ? found.found.report : null
  const rows =
    report && report.read.length > 0
      ? report.rows
      : cells.grid.slice(cells.headingRow).filter((row) => row.length > 0).length
  const columns = columnsOf(found, cells)
  const remembered = Object.keys(found.remembered).length
  const title =
    asked.length === 0
      ? report
        ? t('columns.titleDone', { columns: report.read.length })
        : t('columns.problem')
      : remembered > 0
        ? t('columns.titleRemembered', { remembered, asked: asked.length })
        : t('columns.titleAsked', { asked: asked.length })
  const [sample] = report?.samples ?? []
  return (
    <main id="main" className="page-wide py-6 sm:py-8">
      <OpenHead base={base} step="columns" place={place} />
      <ForSenders actor={context.actor}>
        <PageHead title={title}>
          <FileFacts
            file={found.file}
            sheet={cells.sheet}
            heading={cells.headingRow}
            columns={columns.length}
            rows={rows}
          />
        </PageHead>
        <Trouble trouble={found.trouble} />
        {!found.found.ok && (
          <div className="mb-5">
            <Notice tone="error" live>
              {say(
                `refusals.${found.found.problem === 'not-allowed' ? 'duty-missing' : found.found.problem}`,
                {
                  columns: found.found.columns.map((one) => say(`columns.${one}`)).join(say('and')),
                  words: found.found.words,
                },
              )}
            </Notice>
          </div>
        )}
        <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_360px]">
          <Form
            action={mend.bind(null, id)}
            label={t('step.columns')}
            className="min-w-0 space-y-5"
          >
            <EnterButton name="go" value="on" />
            {asked.length > 0 && (
              <Card as="div">
                {asked.map((question) => (
                  <div key={question.name} className="asked-block">
                    <h2 className="text-h2">{questionWords(say, question)}</h2>
                    {question.count > 0 && (
                      <p className="text-small text-ink-2">
                        {t('columns.rowsAre', {
                          count: question.count,
                          rows: question.rows.slice(0, 5).join(say('comma')),
                        })}
                      </p>
                    )}
                    <div className="mt-3">
                      <QuestionField name={`${QUESTION}${question.name}`} question={question} />
                    </div>
                  </div>
                ))}
              </Card>
            )}
            <Matched columns={columns} />
            <div className="flex flex-wrap items-center gap-2">
              <SubmitButton>{t('columns.act', { rows: count(rows) })}</SubmitButton>
              <LinkButton href={base}>{t('columns.leave')}</LinkButton>
              {stepOf(found) === 'mend' && (
                <LinkButton href={`${place}/mend`} tone="quiet">
                  {t('columns.next')}
                </LinkButton>
              )}
            </div>
            <p className="text-small text-ink-2">{t('columns.nothingWritten')}</p>
          </Form>
          <div className="space-y-5 lg:sticky lg:top-20">
            {sample && (
              <ReadOut
                row={sample}
                written={cells.headings
                  .filter(({ isPersonal }) => !isPersonal)
                  .map(({ index }) => cellAt(cells, found, sample.row, index).now)
                  .filter((cell) => cell !== '')}
              />
            )}
            <Card labelledBy="memory">
              <CardHead id="memory" title={t('columns.memory')} />
              <CardBody>
                <SummaryList
                  narrow
                  rows={[
                    {
                      term: t('columns.memoryWhat'),
                      value: t('columns.memoryWhatIs', {
                        row: cells.headingRow,
                        columns: columns.length,
                      }),
                    },
                    {
                      term: t('columns.memoryHas'),
                      value: found.memory
                        ? t('columns.memoryHasIs', {
                            count: remembered,
                            day: fullDay(dayOf(found.memory.at), locale),
                            person: found.memory.personName,
                          })
                        : t('columns.memoryNone'),
                    },
                  ]}
                />
                <p className="mt-2 text-small text-ink-2">{t('columns.memoryNote')}</p>
                {remembered > 0 && (
                  <Form action={mend.bind(null, id)} label={t('columns.forget')} className="mt-3">
                    <SubmitButton tone="plain" size="small" name="forget" value="yes">
                      {t('columns.forget')}
                    </SubmitButton>
                  </Form>
                )}
              </CardBody>
            </Card>
          </div>
        </div>
      </ForSenders>
    </main>
  )
}
