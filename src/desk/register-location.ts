import { withoutIdentifiers } from '../model/identifiers.js'
import { shownAddress } from '../register/address.js'
import { isOnServer } from '../register/dialects/dialects.js'
import { pathInside, type Workspace } from '../workspace/load-workspace.js'

/** Where the register of a workspace is: a file inside it, or a PostgreSQL database. */
export interface RegisterLocation {
  readonly location: string
  /** Folder for what is kept of an older register before it is brought up to date. */
  readonly backups: string
  /** The location without user and password, and without what a name of a file may tell of a person. */
  readonly shown: string
}

/** The register that `korvaus.yaml` names. Throws `config-invalid` for a file outside the workspace, `register-address`. */
export function registerLocation({ root, config }: Pick<Workspace, 'root' | 'config'>): RegisterLocation {
  const { register } = config
  if (isOnServer(register)) return { location: register, backups: root, shown: shownAddress(register) }
  return { location: pathInside(root, register, 'register'), backups: root, shown: withoutIdentifiers(register) }
}
