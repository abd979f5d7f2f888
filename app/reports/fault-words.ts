import type { useTranslations } from 'next-intl'
import type { ReportFileName } from '@/domain/report/report'
import type { ReportFault } from './verify-report'

/** The name of a file as a key of messages. */
export const fileKey = (name: ReportFileName) =>
  name.replace('.', '_') as 'zh_pdf' | 'en_pdf' | 'zh_xlsx' | 'en_xlsx' | 'report_json'

type Words = ReturnType<typeof useTranslations<'report'>>

/** A fault as a sentence; rows of the ledger are named to officials alone. */
export function faultWords(t: Words, fault: ReportFault, isOfficial: boolean): string {
  if ('file' in fault)
    return t(`fault.${fault.code}`, { file: t(`public.file.${fileKey(fault.file)}`) })
  if (!('row' in fault)) return t(`fault.${fault.code}`)
  const { code, row, service } = fault
  if (!isOfficial) return t(code.startsWith('mark') ? 'fault.some-mark' : 'fault.some-entry')
  return t(`fault.${code as 'mark-changed'}`, { row, service })
}
