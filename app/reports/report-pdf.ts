/** The PDF of a report, by Typst: the same words, the same bytes, to whoever makes it with the same fonts. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Locale } from 'next-intl'
import { encode } from 'uqr'
import { fullDay } from '@/components/format/dates'
import { dayOf } from '@/domain/calendar/calendar'
import type { ReportData } from '@/domain/report/report'
import { paperWords, reportWords } from './report-words'
import { sealWords } from './seal-words'

/** Debian's fonts-noto-cjk, which the start script puts there. */
const FONTS = process.env.KERONG_FONTS ?? '/usr/share/fonts/opentype/noto'

export const hasFonts = () => existsSync(join(FONTS, 'NotoSerifCJK-Bold.ttc'))

/** The fonts have one apostrophe, as wide as a Chinese letter. */
const typeable = (text: string, locale: Locale) =>
  locale === 'en' ? text.replaceAll('’', "'") : text

let compiler: NodeCompiler | undefined
let template: string | undefined

export function reportPdf(
  data: ReportData,
  digest: string,
  address: string,
  locale: Locale,
): Buffer {
  const t = paperWords(locale)
  const words = reportWords(data, locale)
  const seal = sealWords(data, digest, address, locale)
  const { report, edition, agreed, proposed } = data
  const sealed = new Date((agreed ?? proposed).at)
  const input = {
    ...words,
    seal: { ...seal, day: fullDay(dayOf(sealed), locale) },
    digest,
    address,
    root: data.root,
    report: `${report}.${edition}`,
    sealedTag: t('sealed'),
    sealedAt: sealed.toISOString(),
    foot: t('foot', { report, edition }),
    footDigest: t('digest', { digest: `${digest.slice(0, 8)} … ${digest.slice(-8)}` }),
    page: t('page', { page: '{page}', pages: '{pages}' }),
    qr: encode(address, { border: 0 }).data.map((row) => row.map((dark) => (dark ? 1 : 0))),
  }
  compiler ??= NodeCompiler.create({
    workspace: join(process.cwd(), 'app/reports'),
    fontArgs: [{ fontPaths: [FONTS] }],
  })
  template ??= readFileSync(join(process.cwd(), 'app/reports/report.typ'), 'utf8')
  const bytes = compiler.pdf(
    { mainFileContent: template, inputs: { data: typeable(JSON.stringify(input), locale) } },
    { pdfStandard: 'a-2b' },
  )
  // What it remembers of one report is of no use for the next.
  compiler.evictCache(0)
  return bytes
}
