// Records the keys as items of monthly claims in a register, and looks each one up among the earlier claims.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openRegister } from '../../dist/register/open-register.js'
import { monthlyKeys, tracesOfKey } from './keys.js'

const folder = mkdtempSync(join(tmpdir(), 'korvaus-bench-'))
const months = monthlyKeys(Number(process.argv[2]))
const register = await openRegister(join(folder, 'korvaus.db'))
for (const [month, keys] of months.entries()) {
  const name = `2026-${String(month + 1).padStart(2, '0')}`
  const items = keys.map((fingerprint, index) => ({ fingerprint, thread: `${fingerprint}:1`, amount: 1234n, item: `R-${index}`, category: 'HEALTH', traces: tracesFor(fingerprint) }))
  await register.record({ businessId: '1234567-1', period: { name, from: `${name}-01`, to: `${name}-28` }, running: 1, asOf: '2026-12-01', ruleBook: 'bench', amount: 1234n * BigInt(keys.length), content: name, packet: name, items }, undefined, async () => undefined)
}
const earlier = new Map((await register.heldItems('1234567-1', undefined)).map((held) => [held.fingerprint, held]))
const rowsAtOnce = 10_000
const traced = new Set()
const wanted = months.flat().flatMap(tracesOfKey)
for (let start = 0; start < wanted.length; start += rowsAtOnce) for (const { trace } of await register.itemsTraced(wanted.slice(start, start + rowsAtOnce), undefined)) traced.add(trace)
let found = 0
for (const keys of months) for (const key of keys) if (earlier.get(key) !== undefined && tracesOfKey(key).every((trace) => traced.has(trace))) found += 1
await register.close()
rmSync(folder, { recursive: true })
if (found !== months.flat().length) throw new Error(`found ${found}`)

function tracesFor(key) {
  const [voucher, theCase] = tracesOfKey(key)
  return { day: '2026-03-04', voucher: [voucher], case: [theCase] }
}
