import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import type { Actor, ClockActor, OfficialActor } from '@/domain/actor'
import type { Context } from '@/domain/context'
import { openNextCommit } from '@/domain/ledger/positions'
import { judgeNeeds } from '@/domain/match/judge-needs'
import { judgeNeed, judgeProduct } from '@/domain/match/judge-pairs'
import type { Duty } from '@/domain/member/member'
import type { Result } from '@/domain/result'
import type { Jobs } from '@/ports/queue'
import { asOfficial, type World } from './world'

const judgeQueues = ['judge-need', 'judge-product', 'judge-needs'] as const
type JudgeQueue = (typeof judgeQueues)[number]

/** What somebody does over the days: each moment that it yields is when it goes on. */
export type Story = AsyncGenerator<Date, void>

export const clock: ClockActor = { audience: 'clock' }

/** Where the stories of the city are played: each act is a verb of the domain, at its moment, in the order of moments. */
export class Stage {
  private readonly waiting: { at: Date; goOn: () => Promise<Date | null> }[] = []

  constructor(
    readonly db: Database,
    readonly world: World,
    public now: Date,
  ) {}

  as<Who extends Actor>(actor: Who): Context<Who> {
    return { actor, now: this.now, db: this.db }
  }

  official(duty: Duty): Context<OfficialActor> {
    return this.as(asOfficial(this.world, duty))
  }

  /** Has a story begin at a moment, or at once where that has passed. */
  begin(at: Date, story: Story): void {
    const goOn = async () => {
      const { value } = await story.next()
      return value ?? null
    }
    this.wait(at, goOn)
  }

  /** Has one thing done at a moment. */
  once(at: Date, act: () => Promise<unknown>): void {
    this.wait(at, async () => {
      await act()
      return null
    })
  }

  private wait(at: Date, goOn: () => Promise<Date | null>): void {
    const place = this.waiting.findLastIndex((one) => one.at <= at)
    this.waiting.splice(place + 1, 0, { at, goOn })
  }

  /** Plays until a moment; what lies beyond has not happened. */
  async play(until: Date): Promise<void> {
    for (;;) {
      const [next] = this.waiting
      if (!next || next.at >= until) return
      this.waiting.shift()
      if (next.at > this.now) this.now = next.at
      await openNextCommit(this.db)
      const at = await next.goOn()
      if (at) this.wait(at, next.goOn)
    }
  }

  /** What the application's worker does after a commit, and what that asks for in turn. */
  async workOffQueue(): Promise<void> {
    const context = this.as(clock)
    for (;;) {
      const { rows } = await this.db.execute<{ data: Partial<Jobs[JudgeQueue]> }>(
        sql`delete from pgboss.job where name in ${[...judgeQueues]} and state = 'created' returning data`,
      )
      if (rows.length === 0) return
      for (const { data } of rows) {
        if ('needId' in data) await judgeNeed(context, String(data.needId))
        else if ('productId' in data) await judgeProduct(context, String(data.productId))
        else if ('needIds' in data) await judgeNeeds(context, data.needIds ?? [])
      }
    }
  }
}

/** What a verb answers where the story cannot go on without. */
export function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`the city was refused: ${result.refusal}`)
  return result.value
}
