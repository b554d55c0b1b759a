/** Words of the command that proves a packet. */
export const verifyTexts = {
  verified: {
    fi: 'Hakemuspaketti on todennettu: hakemus {number}, {items}, {amount}. Tiivisteet täsmäävät, ja arviointi antoi saman tuloksen.',
    sv: 'Ansökningspaketet är verifierat: ansökan {number}, {items}, {amount}. Kontrollsummorna stämmer och bedömningen gav samma resultat.',
    en: 'The packet is verified: claim {number}, {items}, {amount}. The hashes agree, and judging again gave the same result.',
  },
  differs: {
    fi: 'Hakemuspaketti {packet} EI ole todennettavissa, eroja {count}:',
    sv: 'Ansökningspaketet {packet} kan INTE verifieras, {count} avvikelser:',
    en: 'The packet {packet} does NOT verify, {count} differences:',
  },
  unproven: {
    fi: 'Hakemuspaketissa {packet} ei ole eroja, mutta kaikkea ei voitu verrata. Todentamatta:',
    sv: 'I ansökningspaketet {packet} finns inga avvikelser, men allt kunde inte jämföras. Inte verifierat:',
    en: 'The packet {packet} shows no differences, but not all of it could be compared. Not proven:',
  },
  alsoUnproven: { fi: 'Todentamatta:', sv: 'Inte verifierat:', en: 'Not proven:' },
  otherBook: {
    fi: 'Sääntökirjan {version} mukaan haettavissa olisi {amount} (muutos {change}).',
    sv: 'Enligt regelbok {version} kunde {amount} sökas (ändring {change}).',
    en: 'By rule book {version}, {amount} could be claimed (change {change}).',
  },
  notes: { fi: 'Huomioitavaa:', sv: 'Att notera:', en: 'Worth knowing:' },
} as const
