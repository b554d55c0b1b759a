/** An object whose keys come from outside: without a prototype, so that `constructor` is there only when somebody put it there. */
export function ownKeys<Value>(entries: Iterable<readonly [string, Value]> = []): Record<string, Value> {
  const made = Object.create(null) as Record<string, Value>
  for (const [key, value] of entries) made[key] = value
  return made
}

/** The value of a key that comes from outside; never what every object inherits. */
export function ownValue<Value>(values: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined
}
