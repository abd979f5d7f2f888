/** Whether the files of a report are the original ones: held against each other, with nothing else at hand. */
import { strFromU8, unzipSync } from 'fflate'
import { canonical, dataDigest, sha256 } from '@/domain/report/digest'
import { digestedFiles, type ReportData, type ReportFileName } from '@/domain/report/report'
import { reportFigures } from './report-table'
import { xmlText } from '../xml'

export type FileFault =
  | { code: 'json-shape' }
  | { code: 'data-digest' }
  | { code: 'file-missing' | 'file-digest' | 'file-data'; file: ReportFileName }

export type GivenFiles = Partial<Record<ReportFileName, Uint8Array>>

/** What the JSON of a report holds. */
export interface ReportJson {
  address: string
  data: ReportData
  digest: string
  files: Record<string, string>
}

const keys = ['address', 'data', 'digest', 'files']

function readJson(bytes: Uint8Array): ReportJson | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const read = JSON.parse(text) as ReportJson
    const isWhole = keys.every((key) => Object.hasOwn(read, key)) && Object.keys(read).length === 4
    // Written in one way alone: whatever else stands there was put there later.
    return isWhole && `${canonical(read)}\n` === text ? read : null
  } catch {
    return null
  }
}

/** What a PDF says of itself, in its description: the digest of its data, and the root. */
function pdfTells(bytes: Uint8Array, { address, data, digest }: ReportJson): boolean {
  const text = Buffer.from(bytes).toString('latin1')
  const said = [`report:${data.report}.${data.edition}`, `data-sha256:${digest}`]
  return [...said, `ledger-root:${data.root}`, `address:${address}`].every((one) =>
    text.includes(one),
  )
}

/** Whether a workbook names digest and root, and holds each figure beside its code. */
function xlsxTells(bytes: Uint8Array, { address, data, digest }: ReportJson): boolean {
  try {
    const parts = unzipSync(bytes)
    const sheet = (number: number) => {
      const part = parts[`xl/worksheets/sheet${number}.xml`]
      return part ? strFromU8(part) : ''
    }
    const [about, table] = [sheet(1), sheet(2)]
    if (![digest, data.root, xmlText(address)].every((one) => about.includes(`>${one}<`)))
      return false
    const rows = table.split('<row ').slice(2)
    const figures = reportFigures(data)
    return (
      rows.length === figures.length &&
      figures.every(([code, value], at) => {
        const row = rows[at] ?? ''
        const own = /<v>([^<]*)<\/v>/.exec(row)?.[1]
        return row.includes(`>${xmlText(code)}<`) && (value === null ? !own : own === String(value))
      })
    )
  } catch {
    return false
  }
}

/** Every way in which the files differ from each other; a file that is not given is named where `all` are wanted. */
export function verifyFiles(
  files: GivenFiles,
  all = false,
): { json: ReportJson | null; faults: FileFault[] } {
  const given = files['report.json']
  if (!given) return { json: null, faults: [{ code: 'file-missing', file: 'report.json' }] }
  const json = readJson(given)
  if (!json) return { json, faults: [{ code: 'json-shape' }] }
  const faults: FileFault[] = []
  if (dataDigest(json.data) !== json.digest) faults.push({ code: 'data-digest' })
  for (const file of digestedFiles) {
    const bytes = files[file]
    if (!bytes) {
      if (all) faults.push({ code: 'file-missing', file })
      continue
    }
    if (sha256(bytes) !== json.files[file]) faults.push({ code: 'file-digest', file })
    const tells = file.endsWith('.pdf') ? pdfTells : xlsxTells
    if (!tells(bytes, json)) faults.push({ code: 'file-data', file })
  }
  return { json, faults }
}
