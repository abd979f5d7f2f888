import { useLocale, useTranslations } from 'next-intl'
import { answeredShare, type TrackRecord } from '@/domain/match/match'
import { counted } from './format/figures'

const one = (value: number) => value.toFixed(1)

/** How often it was asked, how often it answered and how fast; nothing where nobody asked. */
function Answers({ record }: { record: TrackRecord }) {
  const [t, locale] = [useTranslations('rules.record'), useLocale()]
  const { asked, answered, medianAnswerHours: hours } = record
  const share = answeredShare(record)
  return (
    <>
      {asked > 0 &&
        (answered === asked
          ? t('answered', { asked })
          : t('unanswered', {
              asked,
              unanswered: asked - answered,
              share: Math.floor((100 * share.answered) / share.asked),
            }))}
      {hours !== null &&
        t('hours', {
          time:
            hours < 1
              ? t('underAnHour')
              : hours < 48
                ? counted(hours, 'hour', locale)
                : counted(Math.round(hours / 24), 'day', locale),
        })}
    </>
  )
}

/** The part of the fit for what was really financed, in words and with the deals behind them. */
export function RecordWords({
  record,
  own = false,
  hidden = false,
}: {
  record: TrackRecord
  /** Whether the reader is the financier itself. */
  own?: boolean
  /** Whether facts that are not to be told count too. */
  hidden?: boolean
}) {
  const t = useTranslations('rules.record')
  const { standing, deals, similar, evidence } = record
  const who = own ? 'own' : 'other'
  return (
    <section className="mt-3">
      <p className="text-hint text-ink-2">
        {standing === null
          ? t('noStanding', { who })
          : t('standing', { who, times: one(standing / Math.max(1, 1_000 - standing)) })}
        {deals > 0 && t('deals', { deals, similar })}
        <Answers record={record} />
      </p>
      {evidence.length > 0 && (
        <details className="mt-2">
          <summary>
            <span className="link">{t('how')}</span>
          </summary>
          <table className="mt-2 w-full text-hint">
            <thead className="text-left text-ink-2">
              <tr>
                <th className="py-1 font-normal">{t('evidence')}</th>
                <th className="py-1 pl-4 text-right font-normal">{t('contracts')}</th>
                <th className="py-1 pl-4 text-right font-normal">{t('beside')}</th>
              </tr>
            </thead>
            <tbody>
              {evidence.map((row) => (
                <tr key={row.kind} className="border-t border-line">
                  <th className="py-1 text-left font-normal">{t(`kind.${row.kind}`)}</th>
                  <td className="num py-1 pl-4 text-right">{row.deals ?? '–'}</td>
                  <td className="num py-1 pl-4 text-right">
                    {t('times', { times: one(row.times / 100) })}
                  </td>
                </tr>
              ))}
              {hidden && (
                <tr className="border-t border-line">
                  <th className="py-1 text-left font-normal">{t('hidden')}</th>
                  <td className="num py-1 pl-4 text-right">–</td>
                  <td className="py-1 pl-4 text-right">{t('counts')}</td>
                </tr>
              )}
            </tbody>
          </table>
          <p className="mt-2 text-small text-ink-2">{t('add')}</p>
        </details>
      )}
    </section>
  )
}
