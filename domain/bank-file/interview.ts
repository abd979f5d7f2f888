/** Questions to whoever sends a bank file, and the answers given with it. */
import { questionKinds, type Answers, type Question } from './bank-file'

const MOST = 100

const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase()

export type Asked = Pick<Question, 'kind' | 'column' | 'words' | 'answers'> & {
  /** What it is about: a field, a word, a name. Its name is made of it. */
  about: string
  known?: string | null
}

export class Interview {
  private readonly asked = new Map<string, Question>()
  private readonly used = new Set<string>()
  private readonly given: ReadonlyMap<string, string>

  constructor(answers: Answers = {}) {
    this.given = new Map(Object.entries(answers).map(([name, answer]) => [plain(name), answer]))
  }

  /** Questions without a fitting answer, in the same order however the columns stand. */
  get open(): Question[] {
    const order = (one: Question) => questionKinds.indexOf(one.kind)
    return [...this.asked.values()].toSorted(
      (a, b) =>
        order(a) - order(b) || (a.rows[0] ?? 0) - (b.rows[0] ?? 0) || (a.name < b.name ? -1 : 1),
    )
  }

  /** The names of answers that no question asked for. */
  get unused(): string[] {
    return [...this.given.keys()].filter((name) => !this.used.has(name))
  }

  /** What was said without being asked, as it stands among the possible ones. */
  told(name: string, answers: readonly string[]): string | null {
    const given = this.given.get(plain(name))
    if (given === undefined) return null
    this.used.add(plain(name))
    return answers.find((possible) => plain(possible) === plain(given)) ?? null
  }

  /** The answer that was given, as it stands among the possible ones; else the question stays open, and null. */
  ask(asked: Asked, rows: readonly number[] = []): string | null {
    const { about, known = null, ...question } = asked
    const name = `${question.kind}.${about}`
    const open = this.asked.get(name)
    if (open) {
      count(open, rows)
      return null
    }
    const key = [name, question.kind].map(plain).find((one) => this.given.has(one))
    const given = key === undefined ? null : (this.given.get(key) ?? null)
    if (key !== undefined) this.used.add(key)
    const answer =
      given !== null && question.answers.find((possible) => plain(possible) === plain(given))
    if (answer) return answer
    if (this.asked.size >= MOST) return null
    const fresh: Question = { ...question, name, known, count: 0, rows: [], given }
    count(fresh, rows)
    this.asked.set(name, fresh)
    return null
  }
}

function count(question: Question, rows: readonly number[]): void {
  question.count += rows.length
  for (const row of rows) question.rows.push(row)
}
