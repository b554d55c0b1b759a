import { ruleSchema } from './book.js'

/** Where a new rule lies inside its book, and what stands in it. */
interface NewRule {
  readonly path: string
  readonly text: string
}

/**
 * The beginnings of a rule for its author: it loads, its examples pass and notice every small mistake. The law that it
 * names is a placeholder until the author has read the right one. `undefined` when the ID is none (`DL-006`).
 */
export function newRule(id: string, topic: string, asOf: string): NewRule | undefined {
  if (!ruleSchema.shape.rule.safeParse(id).success || !/^[a-z][a-z-]*$/.test(topic)) return undefined
  return { path: `${topic}/${id}.yaml`, text: textOf(id, asOf) }
}

/** The head of a book of one's own: all that the book which it extends says holds in it too. Numbers from 100 are left to such books. */
export function newBookHead(extended: string, asOf: string): string {
  return `version: "${asOf.slice(0, 4)}.100"
released: ${asOf}
checkedOn: ${asOf}
extends: "${extended}"              # what stands there holds here too; rules of the same ID are replaced
title:
  fi: Oma sääntökirja
  sv: Egen regelbok
  en: A rule book of our own
disclaimer:
  fi: Sääntökirja on hakijan oma eikä sido viranomaista.
  sv: Regelboken är sökandens egen och binder ingen myndighet.
  en: The rule book is the claimant's own and binds no authority.
`
}

function textOf(id: string, asOf: string): string {
  const year = asOf.slice(0, 4)
  const [firstDay, dayBefore] = [`${year}-01-01`, `${Number(year) - 1}-12-31`]
  return `rule: ${id}
title:
  fi: Otsikko
  sv: Rubrik
  en: Title
summary:
  fi: Mitä sääntö tarkistaa ja miksi, selkokielellä.
  sv: Vad regeln kontrollerar och varför, på klarspråk.
  en: What the rule checks and why, in plain words.
effect: review                     # reject: cannot be claimed; review: a person must judge; note: worth knowing
when:
  date: item.serviceDate           # the date that chooses the law
  from: ${firstDay}
applies: "has(item.net)"           # where false, the rule does not apply
holds: "item.net <= limitCents"    # where false, there is a finding
column: net                        # the column that the finding points to
parameters:
  limitCents: [ { from: ${firstDay}, value: 100000 } ]
basis:
  - { act: 1/2000, section: "1", from: ${firstDay}, standing: statute, url: "https://finlex.fi/" }
checkedOn: ${asOf}                 # the day on which you read the source
message:
  fi: "Nettosumma {item.net} ylittää rajan {limitCents:euros}."
  sv: "Nettobeloppet {item.net} överskrider gränsen {limitCents:euros}."
  en: "The net amount {item.net} is over the limit of {limitCents:euros}."
remedy:
  fi: Mitä käyttäjän on tehtävä.
  sv: Vad användaren ska göra.
  en: What the user has to do.
examples:                          # both sides of every border; rules test tells which mistakes they would not notice
  - { name: on the limit, item: { serviceDate: ${firstDay}, net: "1000.00" }, expect: holds }
  - { name: a cent over, item: { serviceDate: ${firstDay}, net: "1000.01" }, expect: fails }
  - { name: no amount, item: { serviceDate: ${firstDay} }, expect: inapplicable }
  - { name: the day before the rule, item: { serviceDate: ${dayBefore}, net: "1000.01" }, expect: inapplicable }
`
}
