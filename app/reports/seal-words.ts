import { createTranslator, type Locale } from 'next-intl'
import { clock } from '@/components/format/dates'
import { translator } from '@/components/mail/mail-words'
import type { ReportData } from '@/domain/report/report'

/**
 * The card of the seal: what was sealed, by whom, and how it is opened again. What a page need not say that stands at this address,
 * with the digests beside its files, is marked as of paper.
 */
export function sealWords(
  data: ReportData,
  digest: string | null,
  address: string,
  locale: Locale,
): { title: string; scan: string; rows: { term: string; value: string; ofPaper?: true }[] } {
  const t = createTranslator({ ...translator(locale), namespace: 'report.paper.seal' })
  const { agreed, proposed, publication, edition, root } = data
  return {
    title: t('title'),
    scan: t('scan'),
    rows: [
      {
        term: t('sealed'),
        value: agreed
          ? t('sealedText', {
              when: clock(new Date(agreed.at), locale),
              proposer: proposed.by,
              agreer: agreed.by,
            })
          : t('waiting', { proposer: proposed.by }),
      },
      ...(publication === null
        ? []
        : [{ term: t('number'), value: t('numberText', { number: String(publication) }) }]),
      ...(digest
        ? [{ term: t('digest'), value: t('digestText', { digest }), ofPaper: true as const }]
        : []),
      { term: t('root'), value: t('rootText', { root }) },
      { term: t('reopen'), value: t('reopenText', { address }), ofPaper: true as const },
      { term: t('revision'), value: t('revisionText', { edition, next: edition + 1 }) },
    ],
  }
}
