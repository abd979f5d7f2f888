import { Download } from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import { fullDay, nearClock } from '@/components/format/dates'
import { count } from '@/components/format/figures'
import { money } from '@/components/format/money'
import { LinkButton } from '@/components/ui/button'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { FiguresStrip } from '@/components/ui/figures-strip'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { TextArea } from '@/components/ui/fields.client'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { RefreshEvery } from '@/components/ui/refresh-every.client'
import { BackLink } from '@/components/ui/text-links'
import { dayOf } from '@/domain/calendar/calendar'
import type { Context } from '@/domain/context'
import { whyNotSend, type ImportSender } from '@/domain/import-run/lock-import'
import { findImport, type ImportFound } from '@/domain/import-run/queries'
import { undoUntil } from '@/domain/import-run/undo-import'
import { pathFor } from '@/messages/navigation'
import { stop, undo } from './actions'
import { ForSenders } from './open-page'
import { importsOf, stepOf } from './place'

const SECONDS = 1

/** What became of an import: how far it is, or what it wrote and how it is undone. */
export async function importPage(context: Context<ImportSender>, id: string) {
  const base = importsOf(context.actor.audience)
  const found = await findImport(context, id)
  if (!found) notFound()
  if (found.state === 'open') redirect(pathFor(await getLocale(), `${base}/${id}/${stepOf(found)}`))
  const t = await getTranslations('imports')
  return (
    <main id="main" className="page max-w-[820px]! py-6 sm:py-8">
      <div className="mb-4">
        <BackLink href={base}>{t('back')}</BackLink>
      </div>
      {found.state === 'confirmed' ? (
        <ForSenders actor={context.actor}>
          <Running found={found} place={`${base}/${id}`} />
        </ForSenders>
      ) : (
        <Outcome context={context} found={found} />
      )}
    </main>
  )
}

async function Running({ found, place }: { found: ImportFound; place: string }) {
  const t = await getTranslations('imports')
  const { stage, done, of } = found.progress ?? { stage: 'reading', done: 0, of: 0 }
  const percent = of > 0 ? Math.floor((100 * done) / of) : 0
  return (
    <>
      <PageHead title={t('run.title')}>{t('run.note')}</PageHead>
      <Card as="div">
        <CardBody>
          <p role="status" className="flex flex-wrap justify-between gap-x-4">
            <span>{t(`run.stage.${stage}`, { done: count(done), of: count(of) })}</span>
            <span className="num">{t('run.percent', { percent })}</span>
          </p>
          <progress
            className="progress-line mt-2"
            value={done}
            max={Math.max(1, of)}
            aria-label={t('run.title')}
          />
          <div className="mt-4 flex flex-wrap gap-2">
            <Form action={stop.bind(null, found.id)} label={t('run.stop')}>
              <SubmitButton tone="danger">{t('run.stop')}</SubmitButton>
            </Form>
            <LinkButton href={place}>{t('run.again')}</LinkButton>
          </div>
        </CardBody>
      </Card>
      <RefreshEvery seconds={SECONDS} />
    </>
  )
}

async function Outcome({ context, found }: { context: Context<ImportSender>; found: ImportFound }) {
  const [t, locale] = await Promise.all([getTranslations('imports'), getLocale()])
  const report = found.found?.ok ? found.found.report : null
  const { now, actor } = context
  const notWritten = report
    ? new Set(report.problems.map(({ row }) => row)).size + found.leftRows.length
    : 0
  const until = found.doneAt && undoUntil(found.doneAt)
  const isOfficial = actor.audience === 'official'
  const errors = (form: string) =>
    `/api/export/import-rows?id=${found.id}&form=${form}&language=${locale}`
  const untilWords = until ? fullDay(until, locale) : ''
  return (
    <>
      <PageHead
        title={t('run.doneTitle', {
          granted: count(report?.granted.added ?? 0),
          drawn: count(report?.drawn.added ?? 0),
        })}
      >
        {t('run.doneNote', {
          person: found.personName,
          when: found.doneAt ? nearClock(found.doneAt, now, locale) : '',
          file: found.file.name,
        })}
      </PageHead>
      <div className="space-y-5">
        {found.state === 'undone' && found.undoneAt && (
          <Notice tone="warn" live>
            {t('run.undone', {
              when: nearClock(found.undoneAt, now, locale),
              kept: found.keptRows ?? 0,
            })}
          </Notice>
        )}
        {report ? (
          <FiguresStrip
            label={t('run.outcome')}
            figures={[
              {
                label: t('run.fresh'),
                figure: count(report.taken - report.there.length),
                unit: t('mend.row'),
                base: money(report.drawn.addedFen, locale),
              },
              {
                label: t('run.there'),
                figure: count(report.there.length),
                unit: t('mend.row'),
              },
              {
                label: t('mend.waiting'),
                figure: count(report.waiting),
                unit: t('mend.row'),
              },
              { label: t('run.left'), figure: count(notWritten), unit: t('mend.row') },
            ]}
          />
        ) : (
          <Notice tone="calm">{t('run.cleared')}</Notice>
        )}
        <LinkButton href={isOfficial ? '/official/ledger' : '/financier/record'}>
          {t('run.open')}
        </LinkButton>
        {notWritten > 0 && found.hasContent && (
          <Card labelledBy="errors">
            <CardHead
              id="errors"
              title={t('run.errors')}
              note={t('run.errorsNote', { rows: notWritten })}
            />
            <CardBody>
              <div className="flex flex-wrap gap-2">
                {(['xlsx', 'csv'] as const).map((form) => (
                  <LinkButton
                    key={form}
                    href={errors(form)}
                    download
                    icon={<Download aria-hidden size={16} />}
                  >
                    {t(form === 'xlsx' ? 'mend.errorsXlsx' : 'mend.errorsCsv')}
                  </LinkButton>
                ))}
              </div>
            </CardBody>
          </Card>
        )}
        {found.state === 'done' && until && whyNotSend(actor) === null && (
          <Card labelledBy="undo">
            <CardHead
              id="undo"
              title={t('run.undo')}
              note={
                dayOf(now) > until
                  ? t('run.undoLate', { until: untilWords })
                  : t('run.undoNote', { until: untilWords, own: isOfficial ? 'city' : 'own' })
              }
            />
            {dayOf(now) <= until && (
              <CardBody>
                <Form
                  action={undo.bind(null, found.id)}
                  label={t('run.undo')}
                  className="space-y-3"
                >
                  <TextArea
                    name="why"
                    label={t('run.undoWhy')}
                    hint={t('run.undoHint')}
                    rows={2}
                    maxLength={500}
                  />
                  <SubmitButton tone="danger">{t('run.undoAct')}</SubmitButton>
                </Form>
              </CardBody>
            )}
          </Card>
        )}
      </div>
    </>
  )
}
