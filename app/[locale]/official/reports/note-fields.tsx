import { getTranslations } from 'next-intl/server'
import { TextArea } from '@/components/ui/fields.client'

/** What the writer says, in both languages; of a revision it is why. */
export async function NoteFields({
  start,
  isRevision,
}: {
  start?: { noteZh: string; noteEn: string }
  isRevision: boolean
}) {
  const t = await getTranslations('report.official')
  return (
    <>
      <TextArea
        name="noteZh"
        label={t('noteZh')}
        hint={t(isRevision ? 'whyHint' : 'noteHint')}
        rows={3}
        maxLength={1_000}
        start={start?.noteZh}
        optional={!isRevision}
      />
      <TextArea
        name="noteEn"
        label={t('noteEn')}
        rows={3}
        maxLength={1_000}
        start={start?.noteEn}
        optional={!isRevision}
      />
    </>
  )
}
