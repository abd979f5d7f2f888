import { chains } from '@/domain/chain/chain'
import { financierKinds } from '@/domain/organisation/organisation'
import {
  criterionSchema,
  rangeFacts,
  saveProductSchema,
  type SaveProductInput,
} from '@/domain/product/product'
import { chainShape } from './company-profile'
import type { Random } from './random'
import { WAN, type ProductShape } from './tables'

/** The certificates that most products for technology firms name. */
const certified = 'technology-sme high-tech-enterprise specialised-sme'

function someChains(random: Random, count: number): string[] {
  const left = [...chains]
  return Array.from({ length: count }, () => {
    const one = random.weighted(left, (chain) => chainShape(chain).companies)
    left.splice(left.indexOf(one), 1)
    return one
  })
}

/**
 * One criterion of the table: a fact, *?* where it is only a preference, what it is tested by and the values. *50%* before it:
 * half of the products have it. Values with *|* between are a choice, money is in 万元, *chain any 5* are five chains.
 */
function drawCriterion(random: Random, told: string): unknown[] {
  const parts = /^(?:(\d+)% )?([a-z-]+)(\?)?(?: (\S+) (.+))?$/.exec(told)
  if (!parts) throw new Error(`no criterion is written like ${told}`)
  const [, percent, fact = '', soft, test, values = ''] = parts
  if (percent && !random.chance(Number(percent) / 100)) return []
  const criterion = { fact, hard: !soft }
  if (test === undefined) return [criterion]
  if (test === '>=' || test === '<=') {
    const inFen = fact in rangeFacts && rangeFacts[fact as keyof typeof rangeFacts] === 'fen'
    const bound = Number(random.pick(values.split('|'))) * (inFen ? WAN : 1)
    return [{ ...criterion, min: test === '>=' ? bound : null, max: test === '<=' ? bound : null }]
  }
  const list = /^\d+$/.test(values)
    ? someChains(random, Number(values))
    : values.replace('certified', certified).split(' ')
  return [{ ...criterion, quantifier: test, values: list }]
}

/** Terms within the bands of the table; those of the story have no bands, and are as they stand there. */
export function drawProductTerms(random: Random, shape: ProductShape): SaveProductInput {
  const { tenor, answer, decision } = shape
  const [lowest = null, wide = 0] = shape.rate
  const isOfKind = (financierKinds as readonly string[]).includes(shape.of)
  const low = lowest === null ? null : lowest + (isOfKind ? random.int(0, 8) * 5 : 0)
  const within = ([from = 0, to = from]: number[]) => random.int(from, to)
  return saveProductSchema.parse({
    name: random.pick(shape.names),
    class: shape.class,
    summary: shape.summary,
    amountMinFen: random.pick(shape.least) * WAN,
    amountMaxFen: random.pick(shape.most) * WAN,
    tenorMinMonths: tenor[0] ?? null,
    tenorMaxMonths: tenor[1] ?? null,
    rateMinBp: low,
    rateMaxBp: low === null ? null : low + wide,
    feeBp: random.pick(shape.fee),
    repayment: shape.repayment,
    answerDays: within(answer),
    decisionDays: within(decision),
    criteria: shape.criteria
      .flatMap((told) => drawCriterion(random, told))
      .map((criterion) => criterionSchema.parse(criterion)),
  })
}
