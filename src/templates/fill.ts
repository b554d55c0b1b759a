/** A text in pieces: what stands as it is, and the names of the places between. */
interface Pieces {
  readonly fixed: readonly string[]
  readonly places: readonly string[]
}

/** Puts values in the places of a text: `{deadline}`, `{claim.asOf}`. A place without a value stays, so that it is seen. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return fillBy(text, (place) => (Object.hasOwn(values, place) ? values[place] : undefined))
}

/** The same with a value for each place as it is met. */
export function fillBy(text: string, valueOf: (place: string) => string | undefined): string {
  const { fixed, places } = piecesOf(text)
  let filled = fixed[0] as string
  for (let index = 0; index < places.length; index++) {
    const place = places[index] as string
    filled += (valueOf(place) ?? `{${place}}`) + (fixed[index + 1] as string)
  }
  return filled
}

/** The names of the places in a text, sorted and once each. */
export function placesOf(text: string): string[] {
  return [...new Set(piecesOf(text).places)].sort()
}

const known = new Map<string, Pieces>()
const mostKnown = 5000

/** Texts come from catalogues and rule books and are filled again and again; each is taken apart once. */
function piecesOf(text: string): Pieces {
  const before = known.get(text)
  if (before !== undefined) return before
  const parts = text.split(/\{([A-Za-z][\w.:]*)\}/)
  const pieces = { fixed: parts.filter((_, index) => index % 2 === 0), places: parts.filter((_, index) => index % 2 === 1) }
  if (known.size < mostKnown) known.set(text, pieces)
  return pieces
}
