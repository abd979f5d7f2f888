import { useTranslations } from 'next-intl'
import { count } from '@/components/format/figures'
import { Dated } from '@/components/ui/dated'
import type { ImportFile, SheetFacts } from '@/domain/import-run/import-run'

const CELLS_SHOWN = 8

/** What the file is, and a sentence for each thing in it that is not read as it looks. */
export function FileFacts({
  file,
  sheet,
  heading,
  columns,
  rows,
}: {
  file: ImportFile
  sheet: SheetFacts | undefined
  heading: number
  columns: number
  rows: number
}) {
  const t = useTranslations('imports')
  const names = (is: (one: SheetFacts) => boolean) =>
    file.sheets
      .filter(is)
      .map(({ name }) => name)
      .join('、')
  const hidden = names((one) => one.isHidden)
  const others = names((one) => !one.isHidden && one !== sheet && one.name !== sheet?.name)
  const sentences = [
    hidden && t('hidden', { names: hidden }),
    others && t('otherSheets', { names: others }),
    sheet && sheet.formulas > 0 && t('formulas', { count: sheet.formulas }),
    sheet &&
      sheet.uncounted.length > 0 &&
      t('uncounted', {
        count: sheet.uncounted.length,
        cells: sheet.uncounted.slice(0, CELLS_SHOWN).join('、'),
      }),
    file.is1904 && t('is1904'),
    file.encoding === 'gb18030' && t('gbk'),
  ].filter((one) => typeof one === 'string' && one !== '') as string[]
  return (
    <>
      <p>
        <Dated>
          {t('facts', {
            name: file.name,
            sheet: sheet?.name ? sheet.name : 'none',
            heading,
            columns,
            rows: count(rows),
          })}
        </Dated>
      </p>
      {sentences.map((sentence) => (
        <p key={sentence}>
          <Dated>{sentence}</Dated>
        </p>
      ))}
    </>
  )
}
