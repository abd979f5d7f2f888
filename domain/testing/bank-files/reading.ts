/** A bank file of few rows, read without a database. */
import { Readable } from 'node:stream'
import { usccCheckCharacter } from '../../uscc/uscc'
import type { Answers } from '../../bank-file/bank-file'
import { Interview } from '../../bank-file/interview'
import { readBankFile } from '../../bank-file/read-bank-file'

export const today = '2024-06-12'
export const code = (number: number) => {
  const first = `91619999R${String(number).padStart(8, '0')}`
  return `${first}${usccCheckCharacter(first)}`
}
export const headings =
  '统一社会信用代码,企业名称,金融机构,机构类型,融资方式,合同编号,授信日期,授信金额(元),放款日期,放款金额(元),期限(月)'
export const good = `${code(1)},甲,渭水银行,银行,担保贷款,HT-1,2024/1/2,60000,2024/1/5,50000,12`

/** As bytes, in small pieces so that characters are cut in two. */
export const source =
  (bytes: Uint8Array, size = 7) =>
  () =>
    Readable.from(
      (function* () {
        for (let start = 0; start < bytes.length; start += size)
          yield bytes.subarray(start, start + size)
      })(),
    )
const ofText = (...lines: string[]) => source(new TextEncoder().encode(`${lines.join('\r\n')}\r\n`))

export async function asked(answers: Answers, ...lines: string[]) {
  const interview = new Interview(answers)
  const result = await readBankFile(ofText(...lines), today, interview)
  if (!result.ok) throw new Error(result.problem)
  return { ...result.file, questions: interview.open }
}

/** A file of which nothing is asked. @throws where something is. */
export async function read(...lines: string[]) {
  const { questions, ...file } = await asked({}, ...lines)
  if (questions.length > 0) throw new Error(`asked ${questions.map(({ name }) => name).join()}`)
  return file
}
