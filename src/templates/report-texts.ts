/** Words of the report that `check` and `prepare` show. */
export const reportTexts = {
  asOf: { fi: 'tarkastelupäivä {date}', sv: 'referensdag {date}', en: 'as of {date}' },
  ruleBook: { fi: 'sääntökirja {version}', sv: 'regelbok {version}', en: 'rule book {version}' },
  items: { fi: 'erää', sv: 'poster', en: 'items' },
  outsidePeriod: { fi: '  Lisäksi {count} erää on jakson ulkopuolella.', sv: '  Dessutom ligger {count} poster utanför perioden.', en: '  Besides, {count} items lie outside the period.' },
  lookFirst: { fi: 'Katso ensin', sv: 'Se först på', en: 'Look here first' },
  nothingToMend: { fi: 'Korjattavaa ei ole.', sv: 'Det finns inget att rätta.', en: 'There is nothing to mend.' },
  general: { fi: 'Koskee useita eriä', sv: 'Gäller flera poster', en: 'About more than one item' },
  more: { fi: '… ja {count} muuta', sv: '… och {count} till', en: '… and {count} more' },
  packetWritten: { fi: 'Hakemuspaketti on kirjoitettu: {path}', sv: 'Ansökningspaketet har skrivits: {path}', en: 'The claim packet is written: {path}' },
  nothingChanged: { fi: 'Mikään ei ole muuttunut; hakemuspaketti on ennallaan: {path}', sv: 'Inget har ändrats; ansökningspaketet är oförändrat: {path}', en: 'Nothing changed; the claim packet stands as it was: {path}' },
  mended: { fi: 'Edellinen ajo keskeytyi; hakemuspaketti on palautettu siihen tilaan, jonka rekisteri tuntee.', sv: 'Den föregående körningen avbröts; ansökningspaketet har återställts till det läge som registret känner.', en: 'The run before was cut short; the claim packet is back in the state that the register knows.' },
  replaced: { fi: 'Aiempi hakemus {number} korvattiin, koska sitä ei ollut vielä jätetty.', sv: 'Den tidigare ansökan {number} ersattes eftersom den inte hade lämnats in.', en: 'The earlier claim {number} was replaced, as it had not been filed yet.' },
  claimNumber: { fi: 'Hakemus {number}: {items} erää, {amount}', sv: 'Ansökan {number}: {items} poster, {amount}', en: 'Claim {number}: {items} items, {amount}' },
  comparedWithPrevious: { fi: 'Edellinen jakso {period}: {amount}; muutos {change}.', sv: 'Föregående period {period}: {amount}; ändring {change}.', en: 'The period before, {period}: {amount}; change {change}.' },
  askPrepare: { fi: 'Tehdäänkö hakemuspaketti ({items} erää, {amount})?', sv: 'Ska ansökningspaketet göras ({items} poster, {amount})?', en: 'Write the claim packet ({items} items, {amount})?' },
  nextSteps: { fi: 'Seuraavaksi: tarkista claim.pdf, hanki hyväksynnät ja jätä hakemus. Vastaanottaja: {addressee}. Aikaisin hakuaika päättyy {deadline}.', sv: 'Härnäst: kontrollera claim.pdf, skaffa godkännandena och lämna in ansökan. Mottagare: {addressee}. Den tidigaste ansökningstiden går ut {deadline}.', en: 'Next: check claim.pdf, get it attested and file it. Addressee: {addressee}. The earliest deadline is {deadline}.' },
} as const
