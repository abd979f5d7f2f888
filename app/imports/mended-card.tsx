import { getTranslations } from 'next-intl/server'
import { mend } from './actions'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { letterOf } from '@/domain/bank-file/headings'
import { WITHHELD } from '@/domain/bank-file/telling-cells'
import { cellAt, type Cells, type ImportFound } from '@/domain/import-run/queries'

const MOST = 200

/** Cells that were mended and rows that are left, each to be taken back. */
export async function MendedCard({ found, cells }: { found: ImportFound; cells: Cells }) {
  const t = await getTranslations('imports')
  const mended = Object.keys(found.mended).slice(0, MOST)
  const left = found.leftRows.slice(0, MOST)
  if (mended.length + left.length === 0) return null
  const shown = (text: string) =>
    text === '' ? t('mend.emptyWas') : text.includes(WITHHELD) ? t('mend.withheld') : text
  const line = (key: string, name: string, words: string | null, act: string) => (
    <li key={key} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-1.5">
      <span className="min-w-0 break-words">
        <b>{name}</b> {words}
      </span>
      <SubmitButton
        tone="quiet"
        size="small"
        name="takeBack"
        value={key}
        aria-label={`${act} ${name}`}
      >
        {act}
      </SubmitButton>
    </li>
  )
  return (
    <Card labelledBy="mended">
      <CardHead id="mended" title={t(mended.length > 0 ? 'mend.mended' : 'mend.leftRows')} />
      <CardBody>
        <Form action={mend.bind(null, found.id)} label={t('mend.mended')}>
          <ul className="divide-y divide-line">
            {mended.map((key) => {
              const [row = 0, index = 0] = key.split(':').map(Number)
              const { file, now } = cellAt(cells, found, row, index)
              const words = t('mend.mendedNote', { was: shown(file), now: shown(now) })
              return line(key, `${letterOf(index)}${row}`, words, t('mend.undo'))
            })}
            {left.map((row) =>
              line(String(row), t('mend.leftRow', { row }), t('mend.left'), t('mend.back')),
            )}
          </ul>
        </Form>
      </CardBody>
    </Card>
  )
}
