import { getTranslations } from 'next-intl/server'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import type { KeptFile } from '@/domain/report/files'
import type { SealedReport } from '@/domain/report/queries'
import { reportFiles, reportKey } from '@/domain/report/report'
import { fileKey } from './fault-words'

const fileHref = ({ month, edition }: Pick<SealedReport, 'month' | 'edition'>, name: string) =>
  `/api/reports/${reportKey(month, edition)}/${name}`

/** The files of a sealed report, each with its own digest beside it. */
export async function ReportFilesCard({
  report,
  files,
}: {
  report: SealedReport
  files: KeptFile[] | null
}) {
  const t = await getTranslations('report.public')
  const digests: [string, string][] = [
    [t('dataDigest'), report.digest],
    [t('root'), report.data.root],
  ]
  return (
    <Card labelledBy="files">
      <CardHead id="files" title={t('files')} note={t('filesNote')} />
      <CardBody>
        {!files && <Notice tone="warn">{t('filesMissing')}</Notice>}
        <dl className="space-y-3">
          {reportFiles.map((name) => {
            const file = files?.find((one) => one.name === name)
            return (
              file && (
                <div key={name}>
                  <dt>
                    <a href={fileHref(report, name)} className="link" download>
                      {t(`file.${fileKey(name)}`)}
                    </a>
                  </dt>
                  <dd className="break-all text-caption text-ink-3">{file.digest}</dd>
                </div>
              )
            )
          })}
          {digests.map(([term, digest]) => (
            <div key={term}>
              <dt className="text-small text-ink-2">{term}</dt>
              <dd className="break-all text-caption text-ink-3">{digest}</dd>
            </div>
          ))}
        </dl>
      </CardBody>
    </Card>
  )
}
