import { PassThrough, Writable } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import inquirer from 'inquirer'
import { vi } from 'vitest'

/** Keys as a terminal sends them. */
export const keys = { enter: '\r', up: '\u001B[A', down: '\u001B[B', clear: '\u0015', interrupt: '\u0003' } as const

/** Milliseconds without anything new on the screen, after which the person gives up with Ctrl-C. */
const patience = 15_000

/**
 * A person at the terminal: waits until each text of the dialogue is on the screen, and types what stands beside it.
 * Questions of the test go to this person; a text that never comes fails the test, saying what was on the screen.
 */
export function person(dialogue: readonly (readonly [text: string, typed: string])[]) {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input })
  const left = [...dialogue]
  let screen = ''
  let givingUp: NodeJS.Timeout | undefined
  let present = true
  const answer = () => {
    if (!present) return
    clearTimeout(givingUp)
    givingUp = setTimeout(() => input.write(keys.interrupt), patience)
    const next = left[0]
    if (next === undefined || !screen.includes(next[0])) return
    left.shift()
    screen = ''
    setTimeout(() => {
      if (!present) return
      input.write(next[1])
      setImmediate(answer)
    }, 5)
  }
  const output = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      screen += stripVTControlCharacters(chunk.toString())
      answer()
      done()
    },
  })
  /** Like a terminal's, it outlives each question. */
  output.end = () => output
  const spy = vi.spyOn(inquirer, 'prompt').mockImplementation(inquirer.createPromptModule({ input, output } as never) as never)
  return {
    /** What waits still to be asked; empty when the whole dialogue took place. */
    left,
    screen: () => screen,
    /** Nothing is typed after this, whatever is still drawn on the screen. */
    leave: () => {
      present = false
      clearTimeout(givingUp)
      spy.mockRestore()
      input.end()
    },
  }
}
