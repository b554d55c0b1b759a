import type { Localized } from '../model/language.js'

const text = (fi: string, sv: string, en: string): Localized => ({ fi, sv, en })

/** What each command does, as `--help` says it. */
export const commandTexts = {
  korvaus: text(
    'Tarkistaa ihmiskaupan uhrien auttamisen kustannukset ja tekee todennettavan korvaushakemuksen valtiolle.',
    'Kontrollerar kostnader för hjälp till offer för människohandel och gör en verifierbar ersättningsansökan till staten.',
    'Checks the costs of helping victims of human trafficking and prepares a verifiable claim for State reimbursement.',
  ),
  init: text('perustaa työtilan (korvaus.yaml)', 'skapar en arbetsyta (korvaus.yaml)', 'sets up a workspace (korvaus.yaml)'),
  template: text('kirjoittaa tyhjän palvelulokin työkirjan', 'skriver en tom arbetsbok för serviceloggen', 'writes a blank service-log workbook'),
  check: text('arvioi palvelulokin; ei muuta mitään', 'bedömer serviceloggen; ändrar inget', 'assesses the service log; changes nothing'),
  review: text('kirjaa ratkaisut harkittaviin havaintoihin', 'antecknar prövningar av iakttagelser', 'records answers to findings that a person must judge'),
  prepare: text('tekee jakson hakemuspaketin ja kirjaa hakemuksen', 'gör periodens ansökningspaket och antecknar ansökan', 'writes the claim packet of a period and records the claim'),
  verify: text('todentaa hakemuspaketin', 'verifierar ett ansökningspaket', 'proves a claim packet, or says what differs'),
  open: text('avaa paketin henkilöliitteen', 'öppnar paketets personbilaga', 'opens the identity annex of a packet'),
  keys: text('avaimet', 'nycklarna', 'keys'),
  keysNew: text('tekee allekirjoitusavaimen', 'gör en signeringsnyckel', 'makes a key that signs packets, or one that opens annexes'),
  explain: text('selittää säännön', 'förklarar en regel', 'explains a rule in plain words, with its sources'),
  rules: text('sääntökirjat', 'regelböckerna', 'the rule books'),
  rulesList: text('luettelee säännöt', 'räknar upp reglerna', 'lists the rules'),
  doctor: text('tutkii työtilan ja kertoo, mitä korjata', 'undersöker arbetsytan och säger vad som bör åtgärdas', 'looks over the workspace and says what to mend'),
  completions: text('tulostaa komentotulkin täydennykset', 'skriver ut skalets kompletteringar', 'prints the completions of a shell'),
  rulesDiff: text('kertoo, mitä kahden sääntökirjan välillä on muuttunut', 'berättar vad som skiljer två regelböcker', 'says what changed between two rule books, and what it means for service logs'),
  rulesGuide: text('kirjoittaa sääntökirjan luettavaksi ohjeeksi', 'skriver regelboken som en läsbar anvisning', 'writes the rule book as readable guidance'),
  rulesCoverage: text('kertoo, miten sääntökirja kattaa lain kohdat', 'berättar hur regelboken täcker lagens punkter', 'says how the book covers each clause of the law'),
  rulesNew: text('tekee uuden säännön esimerkkeineen', 'gör en ny regel med exempel', 'makes a new rule with its examples'),
  rulesTest: text('ajaa sääntöjen esimerkit', 'kör reglernas exempel', 'runs the examples of the rules'),
} as const

/** What each option means, as `--help` says it. */
export const optionTexts = {
  version: text('näyttää version', 'visar versionen', 'shows the version'),
  workspace: text('työtilan kansio', 'arbetsytans mapp', 'folder of the workspace'),
  lang: text('kieli', 'språk', 'language'),
  format: text('tulosteen muoto', 'utdatas format', 'format of the output'),
  asOf: text('tarkastelupäivä, 2026-11-23; oletus on tänään', 'referensdag, 2026-11-23; förval i dag', 'as-of date, 2026-11-23; today by default'),
  rules: text('sääntökirjan versio; oletus on uusin', 'regelbokens version; förval den nyaste', 'version of the rule book; the newest by default'),
  book: text('sääntökirja kansiosta', 'regelbok från en mapp', 'a rule book from a folder'),
  quiet: text('vain tulokset', 'bara resultaten', 'data alone, no messages'),
  noColor: text('ilman värejä', 'utan färger', 'without colours'),
  yes: text('ei kysy mitään', 'frågar inget', 'asks nothing'),
  kind: text('hakijan laji, esim. wellbeing-services-county', 'sökandens slag, t.ex. wellbeing-services-county', 'kind of claimant, such as wellbeing-services-county'),
  name: text('hakijan nimi', 'sökandens namn', 'name of the claimant'),
  businessId: text('Y-tunnus', 'FO-nummer', 'business ID'),
  county: text('hyvinvointialueen koodi, esim. 05', 'välfärdsområdets kod, t.ex. 05', 'code of the wellbeing services county, such as 05'),
  municipality: text('kunnan koodi, esim. 541', 'kommunens kod, t.ex. 541', 'code of the municipality, such as 541'),
  iban: text('tilinumero', 'kontonummer', 'account number'),
  input: text('palvelulokin tiedosto', 'serviceloggens fil', 'file of the service log'),
  period: text('jakso: 2026-03, 2026-Q1, 2026-H1, 2026 tai alku..loppu', 'period: 2026-03, 2026-Q1, 2026-H1, 2026 eller början..slut', 'period: 2026-03, 2026-Q1, 2026-H1, 2026 or from..to'),
  key: text('hakijan julkinen avain', 'sökandens offentliga nyckel', 'public key of the claimant'),
  source: text('palveluloki, josta paketti on tehty', 'serviceloggen som paketet gjorts av', 'service log that the packet was made from'),
  identity: text('avausavaimen tiedosto (AGE-SECRET-KEY-…)', 'fil med öppningsnyckeln (AGE-SECRET-KEY-…)', 'file with the opening key (AGE-SECRET-KEY-…)'),
  passphrase: text('suojaa avaimen tunnuslauseella', 'skyddar nyckeln med en lösenfras', 'protects the key by a passphrase'),
  opening: text('avain, joka avaa henkilöliitteet (age)', 'nyckel som öppnar personbilagor (age)', 'a key that opens identity annexes (age)'),
  annotate: text('kirjoittaa työkirjan, johon havainnot on merkitty', 'skriver arbetsboken med iakttagelserna märkta', 'writes the workbook with the findings marked in it'),
  list: text('luettelee, kysymättä mitään', 'räknar upp utan att fråga', 'lists, without asking'),
  item: text('rivitunnukset, joita ratkaisu koskee', 'radnummer som prövningen gäller', 'items that the answer is about'),
  rule: text('sääntö, jonka havaintoon vastataan', 'regeln vars iakttagelse besvaras', 'rule whose finding is answered'),
  answer: text('hyväksy tai jätä pois', 'godkänn eller utelämna', 'accept into the claim, or leave out'),
  reason: text('perustelu', 'motivering', 'the reason'),
  by: text('kuka ratkaisee', 'vem som prövar', 'who decides'),
  until: text('ratkaisun viimeinen voimassaolopäivä; oletus vuoden päästä', 'prövningens sista giltighetsdag; förval om ett år', 'last day of the answer; a year from now by default'),
  wait: text('sekunteja, jotka odotetaan toisen ajon päättymistä', 'sekunder att vänta på en annan körning', 'seconds to wait for another run to end'),
} as const

/** Over the command lines that `--help` shows. */
export const examplesHeading: Localized = text('Esimerkkejä:', 'Exempel:', 'Examples:')
