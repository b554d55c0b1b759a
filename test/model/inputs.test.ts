import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { claimInputSchema, fileRead, inputMark, inputsKeyOf, isInput } from '../../src/model/inputs.js'

const file = fileRead('log', 'log.csv', Buffer.from('A client of ours'))
const secret = new Uint8Array(32).fill(7)

describe('the mark by which a claim names an input', () => {
  it('is the same for the same claim, and another for every other claim and workspace', () => {
    const marks = [inputsKeyOf(secret, '2026-03/01'), inputsKeyOf(secret, '2026-03/02'), inputsKeyOf(new Uint8Array(32), '2026-03/01')].map((key) => JSON.stringify(inputMark(file, key)))
    expect(JSON.stringify(inputMark(file, inputsKeyOf(secret, '2026-03/01')))).toBe(marks[0])
    expect(new Set(marks).size).toBe(3)
  })

  it('tells neither the hash nor the length of the content', () => {
    const mark = JSON.stringify(inputMark(file, inputsKeyOf(secret, '2026-03/01')))
    expect(mark).not.toContain(createHash('sha256').update('A client of ours').digest('hex'))
    expect(mark).not.toContain('bytes')
  })

  it('is known again with its key alone, whatever the file is called', () => {
    const key = inputsKeyOf(secret, '2026-03/01')
    const mark = inputMark(file, key)
    expect(isInput(mark, { ...fileRead('log', 'renamed.csv', Buffer.from('A client of ours')) }, key)).toBe(true)
    expect(isInput(mark, fileRead('log', 'log.csv', Buffer.from('Another client')), key)).toBe(false)
    expect(isInput(mark, fileRead('rates', 'log.csv', Buffer.from('A client of ours')), key)).toBe(false)
    expect([undefined, inputsKeyOf(secret, '2026-03/02')].map((other) => isInput(mark, file, other))).toEqual([false, false])
  })

  it('is the plain hash in packets of the first versions, and never both', () => {
    const old = { path: 'log.csv', sha256: file.sha256, bytes: 16 }
    expect(isInput(claimInputSchema.parse(old), file, undefined)).toBe(true)
    expect(claimInputSchema.safeParse({ ...old, keyedHash: file.sha256 }).success).toBe(false)
  })
})
