import { createHmac } from 'node:crypto'
import { KorvausError } from '../model/errors.js'
import type { Engine } from './dialects/engine.js'
import type { RegisterDb } from './schema.js'

const settingName = 'fingerprint-key'

/** Whether the register remembers another key than this, or none though it holds items that a key has named. */
export async function isOtherKey({ db }: Pick<Engine, 'db'>, key: Uint8Array): Promise<boolean> {
  const known = await knownMark(db)
  if (known !== undefined) return known !== markOf(key)
  return (await db.selectFrom('item_traces').select('trace').limit(1).executeTakeFirst()) !== undefined
}

/** Whether items were named with a key, or one was taken into use for them. */
export async function knowsAKey({ db }: Pick<Engine, 'db'>): Promise<boolean> {
  return (await knownMark(db)) !== undefined || (await db.selectFrom('claims').select('id').limit(1).executeTakeFirst()) !== undefined
}

/** Remembers a mark of the key on first use, and throws `register-key` for any other key afterwards. */
export async function requireSameKey({ db, location, writing }: Engine, key: Uint8Array): Promise<void> {
  const mark = markOf(key)
  if ((await knownMark(db)) === undefined) {
    await writing(async (transaction) => {
      await transaction.insertInto('register_settings').values({ name: settingName, value: mark }).onConflict((conflict) => conflict.column('name').doNothing()).execute()
    })
  }
  if ((await knownMark(db)) !== mark) throw new KorvausError('register-key', { path: location })
}

function markOf(key: Uint8Array): string {
  return createHmac('sha256', key).update('korvaus register key').digest('hex')
}

async function knownMark(db: RegisterDb): Promise<string | undefined> {
  return (await db.selectFrom('register_settings').select('value').where('name', '=', settingName).executeTakeFirst())?.value
}
