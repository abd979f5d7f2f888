import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gunzipSync } from 'node:zlib'
import { readTable } from '../bank-file/read-table'
import { LIMITS, LINES_ABOVE, type Upload, type UploadProblem } from './import-run'

const THREAD_MEGABYTES = 256
const PATIENCE_MS = 45_000

export type UploadResult = { ok: true; upload: Upload } | { ok: false; problem: UploadProblem }

const refusedAs = (problem: UploadProblem): UploadResult => ({ ok: false, problem })

/** From the folder that the process was started in, as domain/ranking/learn-beside.ts starts its own. */
function startThread(bytes: Uint8Array) {
  const { Worker: Thread } = process.getBuiltinModule('node:worker_threads')
  return new Thread(join(process.cwd(), 'domain/import-run/workbook-thread.mjs'), {
    workerData: { bytes, limits: LIMITS, linesAbove: LINES_ABOVE },
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: THREAD_MEGABYTES, maxYoungGenerationSizeMb: 16 },
  })
}

/** A workbook is read in a thread of its own: one that eats memory or time ends that thread alone. */
async function readWorkbook(bytes: Uint8Array): Promise<UploadResult> {
  const thread = startThread(bytes)
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise<UploadResult>((answer, fail) => {
      timer = setTimeout(() => answer(refusedAs('file-slow')), PATIENCE_MS)
      thread.once('message', answer)
      thread.once('error', (error: NodeJS.ErrnoException) =>
        error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? answer(refusedAs('file-bomb')) : fail(error),
      )
    })
  } finally {
    clearTimeout(timer)
    await thread.terminate()
  }
}

function unpacked(bytes: Uint8Array): Uint8Array | null {
  try {
    return gunzipSync(bytes, { maxOutputLength: LIMITS.unpackedBytes / 4 })
  } catch {
    return null
  }
}

async function readText(bytes: Uint8Array): Promise<UploadResult> {
  const table = await readTable(() => Readable.from([bytes]))
  if (!table.ok) return refusedAs('file-not-text')
  const grid: string[][] = []
  try {
    for await (const cells of table.rows) {
      if (cells.length > LIMITS.columns && cells.slice(LIMITS.columns).some((cell) => cell.trim()))
        return refusedAs('too-many-columns')
      if (grid.length >= LIMITS.rows + LINES_ABOVE) return refusedAs('too-many-rows')
      grid.push(cells.slice(0, LIMITS.columns).map((cell) => cell.slice(0, LIMITS.cellCharacters)))
    }
  } catch (error) {
    if (error instanceof Error && error.message === 'quotes-broken')
      return refusedAs('quotes-broken')
    throw error
  }
  const facts = {
    ...{ name: '', isHidden: false, rows: grid.length, hiddenRows: [] },
    ...{ formulas: 0, uncounted: [], merged: [] },
  }
  const { encoding } = table
  return {
    ok: true,
    upload: { form: 'csv', encoding, is1904: false, sheets: [facts], grids: [grid] },
  }
}

const startsWith = (bytes: Uint8Array, ...signs: number[]) =>
  signs.every((sign, at) => bytes[at] === sign)

/** What was sent, by its first bytes and never by its name, cut into cells; or the sentence that it deserves. */
export async function readUpload(sent: Uint8Array): Promise<UploadResult> {
  if (sent.length === 0) return refusedAs('file-empty')
  if (sent.length > LIMITS.fileBytes) return refusedAs('file-too-large')
  const bytes = startsWith(sent, 0x1f, 0x8b) ? unpacked(sent) : sent
  if (!bytes) return refusedAs('file-bomb')
  if (startsWith(bytes, 0x50, 0x4b) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return readWorkbook(bytes)
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 512)).trimStart().slice(0, 200)
  // Banks' systems name web pages .xls.
  if (/^(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|\?xml|table|meta|head)/i.test(head))
    return refusedAs('file-web-page')
  return readText(bytes)
}
