/** What is said of a rule that could not be judged, and of one that rests on the claimant's own choice. */
export const lackingTexts = {
  message: {
    fi: 'Ei voitu arvioida (”{title}”): tieto ”{fact}” puuttuu.',
    sv: 'Kunde inte bedömas (”{title}”): uppgiften ”{fact}” saknas.',
    en: 'Could not be judged (“{title}”): “{fact}” is missing.',
  },
  remedy: {
    fi: 'Täydennä tieto ”{fact}”.',
    sv: 'Komplettera uppgiften ”{fact}”.',
    en: 'Fill in “{fact}”.',
  },
  policy: {
    fi: '(Perustuu hakijan valintaan: {policies}.)',
    sv: '(Grundar sig på sökandens val: {policies}.)',
    en: "(Rests on the claimant's choice: {policies}.)",
  },
} as const
