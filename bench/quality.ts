import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { learnRanking } from '../domain/ranking/learn-ranking'
import { rank } from '../domain/ranking/rank'
import { finish } from '../domain/ranking/steps'
import { printEnd, Stop } from '../scripts/stop.mjs'
import { rankByNeighbours } from './quality/peer'
import { readLines } from './quality/read-lines'
import { gainOf, intervalOf, measures, scoreOf, type Scores } from './quality/score'
import { tasks, type Posed, type Task } from './quality/tasks'
import { quantile } from './request'
import { keepRows, type Row } from './row'

/**
 * Ranks real needs by what was really financed before them, writes the rankings for a scorer and, where the answers are
 * known, scores them beside a plain content kNN. Everything is learned from the history; the answers are read last.
 */
const SEED = 1
const KEPT = 100
const MOST_MS = 100

const usage =
  'npm run bench -- quality --task equity|debt97 --history FILE[,FILE] --needs FILE [--financiers FILE] --out FILE [--json FILE]'

function given() {
  try {
    const one = { type: 'string' } as const
    return parseArgs({
      options: { task: one, history: one, needs: one, financiers: one, out: one, json: one },
    }).values
  } catch {
    throw new Stop(`Say it as: ${usage}.`)
  }
}

function chosenTask(name: string | undefined): Task {
  const task = name !== undefined && Object.hasOwn(tasks, name) ? tasks[name] : undefined
  if (task === undefined)
    throw new Stop(`Name a task, --task ${Object.keys(tasks).join(' or ')}: ${usage}.`)
  return task
}

const percent = (share: number) => (100 * share).toFixed(2).padStart(6)

function scored(name: string, task: Task, ours: Scores[], peer: Scores[]): Row[] {
  console.log(`\n${ours.length} needs have answers; in %, with 95 % intervals:`)
  return measures.map((measure) => {
    const [own, other] = [ours, peer].map((scores) => scores.map((score) => score[measure]))
    const mine = intervalOf(own!, SEED)
    const theirs = intervalOf(other!, SEED)
    const gain = gainOf(own!, other!, SEED)
    console.log(
      `${measure.padEnd(10)} ${percent(mine.mean)} [${percent(mine.low)}, ${percent(mine.high)}]` +
        `   content kNN ${percent(theirs.mean)} [${percent(theirs.low)}, ${percent(theirs.high)}]` +
        `   gain ${percent(gain.mean)} [${percent(gain.low)}, ${percent(gain.high)}], p ${gain.p <= 0.0005 ? '< .001' : gain.p.toFixed(3)}`,
    )
    const target = measure === 'hit@10' ? task.reach.hit : measure === 'MRR' ? task.reach.mrr : null
    const reached = target === null ? mine.mean / theirs.mean : mine.mean / target
    return {
      bench: 'quality',
      work: `${name} ${measure}`,
      variant: target === null ? 'learned, beside content kNN' : `learned, of ${target}`,
      unit: '%',
      p50: 100 * mine.mean,
      p95: 100 * mine.low,
      ratio: reached,
      reach: 1,
      ok: reached >= 1 && (target !== null || gain.low > 0),
    }
  })
}

function measure(): void {
  const files = given()
  const task = chosenTask(files.task)
  if (!files.history || !files.needs || !files.out)
    throw new Stop(`Name the history, the needs and where to write: ${usage}.`)
  const history = files.history.split(',').flatMap((file) => readLines(file, task.deal))
  if (history.every(({ financiers }) => financiers.length === 0))
    throw new Stop(`${files.history} holds no deal with a financier: give a history to learn from.`)
  const known = files.financiers ? readLines(files.financiers, task.financier) : []
  const needs = readLines(files.needs, task.deal)
  if (needs.length === 0) throw new Stop(`${files.needs} holds no need: give the needs to rank.`)
  needs.sort((one, other) => one.month - other.month)

  let since = performance.now()
  const ranking = finish(learnRanking(history, known, task.map, { seed: SEED }))
  const { book } = ranking.desk.likeness
  console.log(
    `learned from ${ranking.lessons} needs of ${history.length} in ${((performance.now() - since) / 1000).toFixed(1)} s; ${book.candidates.length} financiers to rank`,
  )
  for (const [title, weights] of [
    ['a past need is alike by', ranking.likenessWeights],
    ['a financier is likely by', ranking.evidenceWeights],
    ['on average the trees move it by', ranking.treeMoves],
  ] as const) {
    console.log(`\n${title} (in thousandths)`)
    for (const { name, thousandths } of weights)
      console.log(`${String(thousandths).padStart(7)}  ${name}`)
  }

  const times: number[] = []
  const ranked = needs.map((need: Posed) => {
    since = performance.now()
    const ids = rank(ranking, need, KEPT).map(({ financierId }) => financierId)
    times.push(performance.now() - since)
    return { need, ids }
  })
  const lines = ranked.map(({ need, ids }) => JSON.stringify({ id: need.id, ranking: ids }))
  writeFileSync(files.out, `${lines.join('\n')}\n`)
  const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)]
  console.log(`\none need: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`)
  const rows: Row[] = [
    {
      bench: 'quality',
      work: `${files.task} one need among ${book.candidates.length} financiers`,
      variant: `learned, at most ${MOST_MS} ms`,
      unit: 'ms',
      p50,
      p95,
      ratio: p95 / MOST_MS,
      reach: 1,
      ok: p95 < MOST_MS,
    },
  ]
  const answered = ranked.filter(({ need }) => (need.answers ?? []).length > 0)
  if (answered.length > 0) {
    const ours = answered.map(({ need, ids }) => scoreOf(ids, need.answers ?? []))
    const peer = answered.map(({ need }) =>
      scoreOf(rankByNeighbours(book, task.plain, need, KEPT), need.answers ?? []),
    )
    rows.push(...scored(files.task ?? '', task, ours, peer))
  }
  console.log('')
  for (const { ok, work, variant, ratio } of rows)
    console.log(`${ok ? '✓' : '✗'} ${ratio.toFixed(3)}  ${work} (${variant})`)
  keepRows(rows, files.json)
  console.log(`${ranked.length} rankings are in ${files.out}`)
}

try {
  measure()
} catch (error) {
  printEnd(error)
  process.exitCode = 2
}
