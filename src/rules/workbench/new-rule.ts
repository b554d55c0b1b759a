import type { Language } from '../../model/language.js'
import { newRuleTexts } from '../../templates/rules-texts.js'
import { ruleSchema } from '../book.js'

/** Where a new rule lies inside its book, and what stands in it. */
interface NewRule {
  readonly path: string
  readonly text: string
}

/**
 * The beginnings of a rule for its author: it loads, its examples pass and notice every small mistake. The law that it
 * names is a placeholder until the author has read the right one. `undefined` when the ID is none (`DL-006`).
 */
export function newRule(id: string, topic: string, asOf: string, language: Language): NewRule | undefined {
  if (!ruleSchema.shape.rule.safeParse(id).success || !/^[a-z][a-z-]*$/.test(topic)) return undefined
  return { path: `${topic}/${id}.yaml`, text: textOf(id, asOf, language) }
}

/** The head of a book of one's own: all that the book which it extends says holds in it too. Numbers from 100 are left to such books. */
export function newBookHead(extended: string, asOf: string, language: Language): string {
  return `version: "${asOf.slice(0, 4)}.100"
released: ${asOf}
checkedOn: ${asOf}
extends: "${extended}"              # ${newRuleTexts.extends[language]}
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

function textOf(id: string, asOf: string, language: Language): string {
  const said = (name: keyof typeof newRuleTexts) => newRuleTexts[name][language]
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
effect: review                     # ${said('effect')}
when:
  date: item.serviceDate           # ${said('date')}
  from: ${firstDay}
applies: "has(item.net)"           # ${said('applies')}
holds: "item.net <= limitCents"    # ${said('holds')}
column: net                        # ${said('column')}
parameters:
  limitCents: [ { from: ${firstDay}, value: 100000 } ]
basis:
  - { act: 1/2000, section: "1", from: ${firstDay}, standing: statute, url: "https://finlex.fi/" }
checkedOn: ${asOf}                 # ${said('checkedOn')}
message:
  fi: "Nettosumma {item.net} ylittää rajan {limitCents:euros}."
  sv: "Nettobeloppet {item.net} överskrider gränsen {limitCents:euros}."
  en: "The net amount {item.net} is over the limit of {limitCents:euros}."
remedy:
  fi: Mitä käyttäjän on tehtävä.
  sv: Vad användaren ska göra.
  en: What the user has to do.
examples:                          # ${said('examples')}
  - { name: ${said('onLimit')}, item: { serviceDate: ${firstDay}, net: "1000.00" }, expect: holds }
  - { name: ${said('centOver')}, item: { serviceDate: ${firstDay}, net: "1000.01" }, expect: fails }
  - { name: ${said('noAmount')}, item: { serviceDate: ${firstDay} }, expect: inapplicable }
  - { name: ${said('dayBefore')}, item: { serviceDate: ${dayBefore}, net: "1000.01" }, expect: inapplicable }
`
}
