// Inserts keys with their amounts, and the traces of each, and looks all of them up again: prepared statements of libsql, one transaction a month.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { monthlyKeys, tracesOfKey } from './keys.js'

const folder = mkdtempSync(join(tmpdir(), 'korvaus-bench-'))
const months = monthlyKeys(Number(process.argv[2]))
const database = new Database(join(folder, 'bare.db'))
database.exec('create table items (claim_id bigint not null, fingerprint text not null, amount text not null, primary key (claim_id, fingerprint)); create index items_fingerprint on items (fingerprint); create table traces (claim_id bigint not null, fingerprint text not null, trace text not null, day text not null); create index traces_trace on traces (trace)')
const insert = database.prepare('insert into items values (?, ?, ?)')
const insertTrace = database.prepare('insert into traces values (?, ?, ?, ?)')
const findTrace = database.prepare('select claim_id, day from traces where trace = ?')
const find = database.prepare('select claim_id, amount from items where fingerprint = ?')
for (const [month, keys] of months.entries()) {
  database.exec('begin immediate')
  for (const key of keys) {
    insert.run(month, key, '12.34')
    for (const trace of tracesOfKey(key)) insertTrace.run(month, key, trace, '2026-03-04')
  }
  database.exec('commit')
}
let found = 0
for (const keys of months) for (const key of keys) if (find.get(key) !== undefined && tracesOfKey(key).every((trace) => findTrace.get(trace) !== undefined)) found += 1
database.close()
rmSync(folder, { recursive: true })
if (found !== months.flat().length) throw new Error(`found ${found}`)
