import { verdicts, type Verdict } from './verdict.js'

/** Verdicts in short: three bits each, ten in a word. The lowest bit is set where there is a finding, or more to be said. */
export const answers = { held: 0, failed: 1, condition: 2, other: 3, date: 4, noDate: 6 } as const
export const answersPerWord = 10
const bitsPerAnswer = 3
const allBits = 0b111
const findingBits = 0o1111111111

const shortForms = new Map<Verdict, number>([[verdicts.held, answers.held], [verdicts.failed, answers.failed], [verdicts.condition, answers.condition], [verdicts.date, answers.date], [verdicts.noDate, answers.noDate]])
const longForms = new Map([...shortForms].map(([verdict, answer]) => [answer, verdict]))

/** The short form of a verdict; `other` where it has none of its own. */
export function answerOf(verdict: Verdict): number {
  return shortForms.get(verdict) ?? answers.other
}

/** The verdict of a short form; `undefined` for `other`. */
export function verdictOf(answer: number): Verdict | undefined {
  return longForms.get(answer)
}

/** Words for the answers of so many rules. */
export function wordsFor(rules: number): Int32Array {
  return new Int32Array(Math.ceil(rules / answersPerWord))
}

/** By how many bits the answer at a place stands from the end of its word. */
export function shiftOf(position: number): number {
  return (position % answersPerWord) * bitsPerAnswer
}

/** Adds an answer where there is none yet. */
export function putAnswer(words: Int32Array, position: number, answer: number): void {
  const word = Math.floor(position / answersPerWord)
  words[word] = (words[word] as number) | (answer << shiftOf(position))
}

export function answerAt(words: Int32Array, position: number): number {
  return ((words[Math.floor(position / answersPerWord)] as number) >>> shiftOf(position)) & allBits
}

/** Calls for the place of each answer that has a finding, or of which more is to be said. */
export function eachFinding(words: Int32Array, found: (position: number) => void): void {
  for (let word = 0; word < words.length; word++) {
    for (let bits = (words[word] as number) & findingBits; bits !== 0; bits &= bits - 1) {
      found(word * answersPerWord + (31 - Math.clz32(bits & -bits)) / bitsPerAnswer)
    }
  }
}
