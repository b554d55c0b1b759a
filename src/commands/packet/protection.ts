import type { Io } from '../../cli/io.js'
import type { Claim } from '../../model/claim.js'
import { KorvausError } from '../../model/errors.js'
import type { Language } from '../../model/language.js'
import type { ServiceLog } from '../../model/service-log.js'
import type { Signer } from '../../packet/keys.js'
import type { Protection } from '../../packet/manifest.js'
import type { PacketPseudonyms } from '../../packet/pseudonyms.js'
import { pathInside } from '../../workspace/load-workspace.js'
import { readPlainText } from '../../workspace/plain-file.js'
import { knownPassphrase } from '../../cli/passphrase.js'
import type { Session } from '../../desk/session.js'

/** How the packet of a claim is signed and sealed, as the workspace says. `secret` keys the hash of the annex. */
export async function protectionOf(io: Io, session: Session, claim: Claim, annex: { log: ServiceLog; secret: Uint8Array; pseudonyms: PacketPseudonyms | undefined }, language: Language): Promise<Protection> {
  const { config } = session.workspace
  const signer = config.signing === undefined ? undefined : await signerFor(io, pathInside(session.workspace.root, config.signing.key, 'signing.key'), language)
  const sealed = config.seal === undefined ? undefined : await sealedAnnex(claim, annex, config.seal.recipients)
  return { ...(signer ? { signer } : {}), ...(sealed ? { sealed } : {}) }
}

async function signerFor(io: Io, path: string, language: Language): Promise<Signer> {
  const { needsPassphrase, signerOf } = await import('../../packet/keys.js')
  const pem = await readPlainText(path).catch((error: unknown) => {
    throw new KorvausError('key-unreadable', { path }, { cause: error })
  })
  return signerOf(pem, path, needsPassphrase(pem) ? await knownPassphrase(io, language) : undefined)
}

async function sealedAnnex(claim: Claim, { log, secret, pseudonyms }: { log: ServiceLog; secret: Uint8Array; pseudonyms: PacketPseudonyms | undefined }, recipients: readonly string[]): Promise<NonNullable<Protection['sealed']>> {
  const { keyedHash, personsOf } = await import('../../packet/persons.js')
  const { sealPersons } = await import('../../packet/seal.js')
  const persons = personsOf({ log, claim, secret, pseudonyms })
  return { file: await sealPersons(persons, recipients), keyedHash: keyedHash(persons), recipients }
}
