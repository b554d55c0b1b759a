import type { Localized } from '../model/language.js'

/** Words about rows without which nobody knows the true sum. */
export const unsettledTexts = {
  unread: {
    fi: 'Summaa ei voi lukea: {items}. Joukossa voi olla hyvityksiä, jotka pienentäisivät haettavaa summaa.',
    sv: 'Beloppet kan inte läsas: {items}. Bland dem kan finnas krediteringar som skulle minska beloppet som söks.',
    en: 'Unreadable amounts: {items}. There may be credits among them that would make the claim smaller.',
  },
  unreadKnown: {
    fi: 'Summaa ei voi lukea: {items}; siitä mitä voi lukea, {amount}. Joukossa voi olla hyvityksiä, jotka pienentäisivät haettavaa summaa.',
    sv: 'Beloppet kan inte läsas: {items}; av det som kan läsas {amount}. Bland dem kan finnas krediteringar som skulle minska beloppet som söks.',
    en: 'Unreadable amounts: {items}; of what can be read {amount}. There may be credits among them that would make the claim smaller.',
  },
  credits: {
    fi: 'Hyvityksiä hakemuksen ulkopuolella: {items}, {amount}. Kustannukset, joita ne voivat koskea, odottavat niiden kanssa.',
    sv: 'Krediteringar utanför ansökan: {items}, {amount}. De kostnader som de kan gälla väntar med dem.',
    en: 'Credits outside the claim: {items}, {amount}. The costs that they may concern wait with them.',
  },
  creditsUnread: {
    fi: 'Hakemuksen ulkopuolella on rivejä, jotka voivat olla hyvityksiä: {items}; summaa ei voi lukea. Kustannukset, joita ne voivat koskea, odottavat niiden kanssa.',
    sv: 'Utanför ansökan finns rader som kan vara krediteringar: {items}; beloppet kan inte läsas. De kostnader som de kan gälla väntar med dem.',
    en: 'Rows outside the claim that may be credits: {items}; their amount cannot be read. The costs that they may concern wait with them.',
  },
  leaveUnread: { fi: 'Jätetäänkö nämä rivit pois hakemuksesta?', sv: 'Ska dessa rader lämnas utanför ansökan?', en: 'Leave these rows out of the claim?' },
} satisfies Record<string, Localized>
