import { Download } from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import { FileField } from '@/components/imports/file-field.client'
import { ImportSteps } from '@/components/imports/steps'
import { count } from '@/components/format/figures'
import { LinkButton } from '@/components/ui/button'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { BackLink } from '@/components/ui/text-links'
import { WhoSees } from '@/components/ui/who-sees'
import type { Context } from '@/domain/context'
import { LIMITS } from '@/domain/import-run/import-run'
import { whyNotSend, type ImportSender } from '@/domain/import-run/lock-import'
import { upload } from './actions'
import { importsOf } from './place'

const megabytes = LIMITS.fileBytes / 1_000_000

/** The first two steps: a template for who has no spreadsheet, and the upload. */
export async function importNewPage({ actor }: Context<ImportSender>) {
  const [t, refusals, locale] = await Promise.all([
    getTranslations('imports'),
    getTranslations('refusals'),
    getLocale(),
  ])
  const why = whyNotSend(actor)
  const template = (form: string) => `/api/export/import-template?form=${form}&language=${locale}`
  return (
    <main id="main" className="page max-w-[820px]! py-6 sm:py-8">
      <div className="mb-4">
        <BackLink href={importsOf(actor.audience)}>{t('back')}</BackLink>
      </div>
      <div className="mb-5">
        <ImportSteps now="upload" />
      </div>
      <PageHead title={t('new.title')}>{t('new.note')}</PageHead>
      {why ? (
        <Notice tone="calm">{refusals(why)}</Notice>
      ) : (
        <div className="space-y-5">
          {actor.audience === 'financier' && <Notice tone="calm">{t('new.noteOwn')}</Notice>}
          <Card labelledBy="template">
            <CardHead id="template" title={t('new.template')} note={t('new.templateNote')} />
            <CardBody>
              <div className="flex flex-wrap gap-2">
                {(['xlsx', 'csv'] as const).map((form) => (
                  <LinkButton
                    key={form}
                    href={template(form)}
                    download
                    icon={<Download aria-hidden size={16} />}
                  >
                    {t(`new.${form}`)}
                  </LinkButton>
                ))}
              </div>
            </CardBody>
          </Card>
          <Card labelledBy="upload">
            <CardHead id="upload" title={t('new.upload')} />
            <CardBody>
              <Form action={upload} label={t('new.upload')} className="space-y-5">
                <FileField
                  label={t('new.file')}
                  hint={t('new.fileHint', { megabytes, rows: count(LIMITS.rows) })}
                  most={LIMITS.fileBytes}
                  tooLarge={t('new.tooLarge', { megabytes })}
                />
                <WhoSees>{t('new.keeps')}</WhoSees>
                <SubmitButton busy={t('new.busy')}>{t('new.act')}</SubmitButton>
              </Form>
            </CardBody>
          </Card>
        </div>
      )}
    </main>
  )
}
