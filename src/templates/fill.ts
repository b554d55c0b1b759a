/** Puts values in the places of a text: `{deadline}`, `{claim.asOf}`. A place without a value stays, so that it is seen. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{([A-Za-z][\w.:]*)\}/g, (place, name: string) => values[name] ?? place)
}

/** The names of the places in a text, sorted and once each. */
export function placesOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{([A-Za-z][\w.:]*)\}/g)].map((match) => match[1] as string))].sort()
}
