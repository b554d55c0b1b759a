import { resolve } from 'node:path'
import type { Io } from '../../cli/io.js'
import { exitCodes } from '../../model/errors.js'
import { fill } from '../../templates/fill.js'
import { keysTexts } from '../../templates/keys-texts.js'
import { writeFileAtomically } from '../../workspace/atomic-files.js'
import { languageOfWorkspace, say, type GlobalOptions } from '../../cli/options.js'
import { newPassphrase } from '../../cli/passphrase.js'
import { requireFree } from '../../workspace/present-file.js'

type KeysOptions = GlobalOptions & { readonly passphrase?: boolean; readonly opening?: boolean }

const defaultNames = { signing: 'keys/claimant.ed25519', opening: 'keys/opening.age' } as const

/** Makes a pair of signing keys or, with `--opening`, a key that opens sealed annexes. Never replaces a file. */
export async function run(io: Io, options: KeysOptions, [file]: string[]): Promise<number> {
  const language = options.lang ?? (await languageOfWorkspace(options.workspace, io))
  const opening = options.opening === true
  const name = file ?? (opening ? defaultNames.opening : defaultNames.signing)
  const publicName = `${name}${opening ? '.pub' : '.pub.pem'}`
  const [path, publicPath] = [name, publicName].map((one) => resolve(io.cwd, options.workspace ?? '', one)) as [string, string]
  for (const taken of [path, publicPath]) await requireFree(taken)
  const passphrase = options.passphrase === true ? await newPassphrase(io, name, language) : undefined
  const { privateText, publicText } = opening ? await openingKey(passphrase) : await signingKeys(passphrase)
  await writeFileAtomically(path, privateText)
  await writeFileAtomically(publicPath, publicText, 0o644)
  say(fill(keysTexts[opening ? 'openingMade' : 'signingMade'][language], { path: name, public: publicName, recipient: publicText.trim(), fingerprint: opening ? '' : await fingerprintOfPem(publicText, publicName) }), options, io)
  io.stdout(publicText)
  return exitCodes.done
}

interface MadeKey {
  readonly privateText: string
  readonly publicText: string
}

async function signingKeys(passphrase: string | undefined): Promise<MadeKey> {
  const { newSigningKeys } = await import('../../packet/keys.js')
  const { privatePem, publicPem } = newSigningKeys(passphrase)
  return { privateText: privatePem, publicText: publicPem }
}

async function fingerprintOfPem(pem: string, path: string): Promise<string> {
  const [{ derOf, publicKeyOf }, { fingerprintOf }] = await Promise.all([import('../../packet/keys.js'), import('../../packet/key-fingerprint.js')])
  return fingerprintOf(derOf(publicKeyOf(pem, path)))
}

async function openingKey(passphrase: string | undefined): Promise<MadeKey> {
  const { newOpeningKey, sealIdentity } = await import('../../packet/seal.js')
  const { identity, recipient } = await newOpeningKey()
  const text = `# public key: ${recipient}\n${identity}\n`
  return { privateText: passphrase === undefined ? text : await sealIdentity(text, passphrase), publicText: `${recipient}\n` }
}
