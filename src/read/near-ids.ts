import { withoutUnseen, withPlainDashes } from '../model/unseen.js'

/** Why one ID is near another: what must be overlooked for the two to be one. */
export type Nearness = 'zeros-missing' | 'zeros-added' | 'spaces' | 'letter-case' | 'dash' | 'unseen' | 'several'

/** A listed ID that a text is nearly, and why it is not quite. */
export interface NearId {
  readonly id: string
  readonly why: readonly Nearness[]
}

const steps = {
  unseen: withoutUnseen,
  dash: withPlainDashes,
  spaces: (text: string) => text.replace(/\s+/gu, ''),
  'letter-case': (text: string) => text.toLowerCase(),
  zeros: (text: string) => text.replace(/(?<!\d)0+(?=\d)/g, ''),
} as const
const order = Object.keys(steps) as (keyof typeof steps)[]

/** Finds for an ID that is not listed the one listed ID that differs by nothing but zeros, spaces, capitals, dashes and what cannot be seen. */
export class NearIds {
  readonly #listed: ReadonlySet<string>
  #index: Map<string, string | undefined> | undefined
  readonly #found = new Map<string, NearId | undefined>()

  constructor(listed: ReadonlySet<string>) {
    this.#listed = listed
  }

  has(id: string): boolean {
    return this.#listed.has(id)
  }

  /** The near ID; nothing where none is near, or several are. */
  nearTo(text: string): NearId | undefined {
    if (!this.#found.has(text)) this.#found.set(text, this.#look(text))
    return this.#found.get(text)
  }

  /** The listed IDs that a cell names together: `P-1, P-2`. Empty unless each part of it is listed. */
  namedIn(text: string): readonly string[] {
    const parts = [...new Set(text.split(/[,;+&\n]|\s(?:ja|och|and|sekä|samt)\s|\s\/\s/iu).map((part) => part.trim()).filter((part) => part !== ''))]
    return parts.length > 1 && parts.every((part) => this.#listed.has(part)) ? parts : []
  }

  #look(text: string): NearId | undefined {
    if (text.length > longestId) return undefined
    this.#index ??= indexOf(this.#listed)
    const id = this.#index.get(skeleton(text))
    return id === undefined || id === text ? undefined : { id, why: reasons(text, id) }
  }
}

const longestId = 100

function indexOf(listed: ReadonlySet<string>): Map<string, string | undefined> {
  const index = new Map<string, string | undefined>()
  for (const id of listed) if (id.length <= longestId) index.set(skeleton(id), index.has(skeleton(id)) ? undefined : id)
  return index
}

function skeleton(text: string, without?: keyof typeof steps): string {
  return order.reduce((rest, step) => (step === without ? rest : steps[step](rest)), text.normalize('NFKC'))
}

/** Each difference that must be overlooked: without it the two would stay apart. */
function reasons(text: string, id: string): Nearness[] {
  const needed = order.filter((step) => skeleton(text, step) !== skeleton(id, step))
  const zeros = steps.zeros(text).length - text.length > steps.zeros(id).length - id.length ? 'zeros-missing' : 'zeros-added'
  const why = needed.map((step) => (step === 'zeros' ? zeros : step))
  return why.length > 0 ? why : ['unseen']
}
