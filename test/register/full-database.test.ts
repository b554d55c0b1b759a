import { DatabaseError } from 'pg'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { readable } from '../../src/register/database-errors.js'
import { openRegister } from '../../src/register/open-register.js'
import { newClaim, nothing } from './claim-builder.js'
import { testRegisters } from './engines.js'

const registers = testRegisters()

describe('a database that has no room left', () => {
  it('ends the recording with the words and the code of a full disk, and holds what it held, on sqlite', async () => {
    const location = await registers.location('sqlite')
    const register = await openRegister(location)
    await register.record(newClaim(), undefined, nothing)
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(register.engine.db)
    await sql`pragma max_page_count = ${sql.lit(rows[0]?.page_count)}`.execute(register.engine.db)
    const items = Array.from({ length: 500 }, (_, index) => ({ fingerprint: `${'f'.repeat(60)}${index}`, amount: 100n }))
    const large = { ...newClaim(), period: { from: '2026-04-01', to: '2026-04-30', name: '2026-04' }, items }
    await expect(register.record(large, undefined, nothing)).rejects.toMatchObject({ code: 'disk-failing', exitCode: 6 })
    await register.close()
    const again = await openRegister(location)
    expect((await again.ledger('1234567-1')).map(({ number }) => number)).toEqual(['2026-03/01'])
    expect((await again.prove()).problems).toEqual([])
    await again.close()
  })

  it.each([['53100', 'could not extend file'], ['58030', 'could not read block']])('is told alike where the server says %s', (code, message) => {
    const error = Object.assign(new DatabaseError(message, message.length, 'error'), { code })
    expect(readable(error, 'postgres://host/korvaus')).toMatchObject({ code: 'disk-failing', exitCode: 6, values: { path: 'postgres://host/korvaus', reason: code } })
  })
})
