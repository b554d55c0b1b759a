import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Io } from '../io.js'
import { exitCodes, KorvausError } from '../model/errors.js'
import { fill } from '../templates/fill.js'
import { keysTexts } from '../templates/keys-texts.js'
import { writeFileAtomically } from '../workspace/atomic-files.js'
import { languageOfWorkspace, say, type GlobalOptions } from './options.js'
import { askPassphrase } from './protection.js'

type KeysOptions = GlobalOptions & { readonly passphrase?: boolean; readonly opening?: boolean }

const defaultNames = { signing: 'keys/claimant.ed25519', opening: 'keys/opening.age' } as const

/** Makes a pair of signing keys or, with `--opening`, a key that opens sealed annexes. Never replaces a file. */
export async function run(io: Io, options: KeysOptions, [file]: string[]): Promise<number> {
  const language = options.lang ?? (await languageOfWorkspace(options.workspace, io))
  const name = file ?? (options.opening === true ? defaultNames.opening : defaultNames.signing)
  const path = resolve(io.cwd, options.workspace ?? '', name)
  const publicPath = `${path}.pub.pem`
  for (const taken of [path, publicPath]) if (existsSync(taken)) throw new KorvausError('file-exists', { path: taken })
  if (options.opening === true) {
    const { newOpeningKey } = await import('../packet/seal.js')
    const { identity, recipient } = await newOpeningKey()
    await writeFileAtomically(path, `# public key: ${recipient}\n${identity}\n`)
    say(fill(keysTexts.openingMade[language], { path: name, recipient }), options, io)
    io.stdout(`${recipient}\n`)
    return exitCodes.done
  }
  const passphrase = options.passphrase === true ? await askPassphrase(io, keysTexts.askPassphrase[language]) : undefined
  if (options.passphrase === true && (passphrase ?? '') === '') throw new KorvausError('key-passphrase', { path: name })
  const { newSigningKeys } = await import('../packet/keys.js')
  const { privatePem, publicPem } = newSigningKeys(passphrase)
  await writeFileAtomically(path, privatePem)
  await writeFileAtomically(publicPath, publicPem, 0o644)
  say(fill(keysTexts.signingMade[language], { path: name, public: `${name}.pub.pem` }), options, io)
  io.stdout(publicPem)
  return exitCodes.done
}
