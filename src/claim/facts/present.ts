/** The keys that have a value: a fact that is absent has no key. */
export function present<Facts extends object>(facts: Facts): Facts {
  for (const key of Object.keys(facts) as (keyof Facts)[]) if (facts[key] === undefined) delete facts[key]
  return facts
}
