import { createHmac } from 'node:crypto'
import { KorvausError } from '../model/errors.js'
import type { Engine } from './engine.js'

const settingName = 'fingerprint-key'

/** Remembers a mark of the key on first use, and throws `register-key` for any other key afterwards. */
export async function requireSameKey({ db, location, writing }: Engine, key: Uint8Array): Promise<void> {
  const mark = createHmac('sha256', key).update('korvaus register key').digest('hex')
  const known = () => db.selectFrom('register_settings').select('value').where('name', '=', settingName).executeTakeFirst()
  if ((await known()) === undefined) {
    await writing(async (transaction) => {
      await transaction.insertInto('register_settings').values({ name: settingName, value: mark }).onConflict((conflict) => conflict.column('name').doNothing()).execute()
    })
  }
  if ((await known())?.value !== mark) throw new KorvausError('register-key', { path: location })
}
