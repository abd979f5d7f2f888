import { useTranslations } from 'next-intl'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { checkWords } from '@/domain/need/words-check'

/** The company's own words, with what a verifier should look at marked in them. */
export function OwnWords({
  words,
  waiting,
  companyName,
}: {
  words: string | null
  /** New words that wait for a verifier, beside the old ones. */
  waiting: string | null
  companyName: string
}) {
  const t = useTranslations('official.words')
  return (
    <Card labelledBy="words">
      <CardHead id="words" title={t('title')} note={t('note')} />
      {waiting !== null && (
        <CardBody>
          <h3 className="mb-2 text-h3">{t('waiting')}</h3>
          <Checked text={waiting} companyName={companyName} />
        </CardBody>
      )}
      <CardBody line={waiting !== null}>
        {waiting !== null && <h3 className="mb-2 text-h3">{t('standing')}</h3>}
        {words ? (
          <Checked text={words} companyName={companyName} />
        ) : (
          <p className="text-ink-2">{t('none')}</p>
        )}
      </CardBody>
    </Card>
  )
}

function Checked({ text, companyName }: { text: string; companyName: string }) {
  const t = useTranslations('official.words')
  const pieces = checkWords(text, companyName)
  const kinds = [...new Set(pieces.flatMap(({ finding }) => (finding ? [finding] : [])))]
  return (
    <>
      <p lang="zh" className="whitespace-pre-line">
        {pieces.map(({ text: piece, finding }, index) =>
          finding ? (
            <mark key={index} className="rounded-tag bg-warn-tint px-0.5 text-warn">
              {piece}
            </mark>
          ) : (
            piece
          ),
        )}
      </p>
      <div className="mt-3">
        {kinds.length > 0 ? (
          <Notice tone="warn" title={t('look')}>
            {kinds.map((kind) => t(`finding.${kind}`)).join(t('separator'))}
          </Notice>
        ) : (
          <p className="text-small text-ink-2">{t('clean')}</p>
        )}
      </div>
    </>
  )
}
