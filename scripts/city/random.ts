import type { Day } from '@/domain/calendar/calendar'

/** A seeded generator (sfc32): the same seed gives the same city on every machine. */
export class Random {
  private a: number
  private b: number
  private c: number
  private d = 1

  constructor(private readonly seed: string) {
    let hash = 1779033703 ^ seed.length
    for (let i = 0; i < seed.length; i++) {
      hash = Math.imul(hash ^ seed.charCodeAt(i), 3432918353)
      hash = (hash << 13) | (hash >>> 19)
    }
    const word = () => {
      hash = Math.imul(hash ^ (hash >>> 16), 2246822507)
      hash = Math.imul(hash ^ (hash >>> 13), 3266489909)
      return (hash ^= hash >>> 16) >>> 0
    }
    this.a = word()
    this.b = word()
    this.c = word()
    for (let i = 0; i < 16; i++) this.word()
  }

  private word(): number {
    const sum = (this.a + this.b + this.d) | 0
    this.d = (this.d + 1) | 0
    this.a = this.b ^ (this.b >>> 9)
    this.b = (this.c + (this.c << 3)) | 0
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum
    return sum >>> 0
  }

  /** A stream of its own, so that more of one thing leaves the others as they were. */
  fork(name: string): Random {
    return new Random(`${this.seed}/${name}`)
  }

  /** From 0 to under 1. */
  next(): number {
    return this.word() / 4_294_967_296
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next()
  }

  /** A whole number, both ends included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1))
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  pick<One>(list: readonly One[]): One {
    const one = list[Math.floor(this.next() * list.length)]
    if (one === undefined) throw new Error('nothing to pick from')
    return one
  }

  weighted<One>(list: readonly One[], weight: (one: One) => number): One {
    const total = list.reduce((sum, one) => sum + weight(one), 0)
    let left = this.next() * total
    for (const one of list) {
      left -= weight(one)
      if (left < 0) return one
    }
    return this.pick(list)
  }

  /** By a table of weights. */
  from<Code extends string>(weights: Partial<Record<Code, number>>): Code {
    return this.weighted(Object.keys(weights) as Code[], (code) => weights[code] ?? 0)
  }

  shuffled<One>(list: readonly One[]): One[] {
    const copy = [...list]
    for (let i = copy.length - 1; i > 0; i--) {
      const j = this.int(0, i)
      const kept = copy[i] as One
      copy[i] = copy[j] as One
      copy[j] = kept
    }
    return copy
  }

  some<One>(list: readonly One[], count: number): One[] {
    return this.shuffled(list).slice(0, count)
  }

  logNormal(median: number, sigma: number): number {
    const u = Math.max(this.next(), 1e-12)
    const normal = Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * this.next())
    return median * Math.exp(sigma * normal)
  }

  /** A UUIDv7 of a moment: what the application makes, but from this stream. */
  id(at: Date): string {
    const time = Math.max(0, at.getTime()).toString(16).padStart(12, '0')
    const hex = (digits: number) =>
      (this.word() >>> 0).toString(16).padStart(8, '0').slice(0, digits)
    const variant = '89ab'[this.int(0, 3)]
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${variant}${hex(3)}-${hex(8)}${hex(4)}`
  }

  day(from: Day, to: Day): Day {
    const first = Date.parse(`${from}T00:00:00Z`)
    const span = Math.max(0, (Date.parse(`${to}T00:00:00Z`) - first) / 86_400_000)
    return new Date(first + this.int(0, span) * 86_400_000).toISOString().slice(0, 10)
  }
}
