import type { SheetKind } from '../../model/columns.js'

/** What a client is known by, the same in every table. */
const caseNames = ['Asiakasnumero', 'Asiakasnro', 'Asiakas-ID', 'Asiakaskoodi', 'Asiakkaan tunnus', 'Asiakastunniste', 'Pseudonyymi', 'Tapaustunnus', 'Asiakasviite', 'Asiakas', 'Klientnummer', 'Klient-ID', 'Kundnummer', 'Kund-ID', 'Kundkod', 'Kundreferens', 'Klient', 'Ärende-ID', 'Client ID', 'Client number', 'Client code', 'Customer ID', 'Customer number', 'Case number', 'Client', 'Case']

/**
 * What exports of ledgers, invoice systems and client systems call the columns of a service log, in Finnish, Swedish
 * and English, the surest first. Names that may mean several things stand under `doubtful`.
 */
export const synonyms: Readonly<Record<SheetKind, Readonly<Record<string, readonly string[]>>>> = {
  costs: {
    id: ['Rivi-ID', 'Rivin tunnus', 'Rivinumero', 'Rivinro', 'Rivi', 'Vientinumero', 'Vientirivi', 'Tapahtumanumero', 'Tapahtuma-ID', 'Tapahtumatunnus', 'Radnr', 'Rad-ID', 'Transaktionsnummer', 'Transaktions-ID', 'Row ID', 'Line ID', 'Line number', 'Transaction ID', 'Entry number', 'Record ID'],
    case: caseNames,
    serviceDate: ['Palvelupvm', 'Palvelun päivä', 'Palvelun päivämäärä', 'Palvelupäivämäärä', 'Suorituspvm', 'Suorituspäivä', 'Suoritepvm', 'Suoritepäivä', 'Toimituspvm', 'Toimituspäivä', 'Käyntipvm', 'Käyntipäivä', 'Palvelun alkupvm', 'Palvelu alkoi', 'Prestationsdatum', 'Leveransdatum', 'Besöksdatum', 'Tjänstens datum', 'Date of service', 'Delivery date', 'Visit date', 'Performance date'],
    serviceEnd: ['Palvelun loppupvm', 'Palvelu päättyy', 'Palvelun päättymispäivä', 'Loppupvm', 'Tjänsten slutade', 'Slutdatum', 'End date', 'Service to'],
    category: ['Palvelulaji', 'Palvelulajin nimi', 'Palvelutyyppi', 'Kululaji', 'Kustannuslajin nimi', 'Palveluryhmä', 'Palveluluokka', 'Kulutyyppi', 'Tjänstetyp', 'Kostnadstyp', 'Serviceslag', 'Cost type', 'Service type', 'Service category', 'Expense type'],
    description: ['Selite', 'Seliteteksti', 'Vientiselite', 'Tiliöintiteksti', 'Tiliöinnin selite', 'Laskun selite', 'Tapahtuman kuvaus', 'Palvelun kuvaus', 'Lisätieto', 'Lisätiedot', 'Teksti', 'Beskrivning av tjänsten', 'Förklaring', 'Verifikationstext', 'Konteringstext', 'Tilläggsuppgifter', 'Text', 'Explanation', 'Memo', 'Posting text', 'Line description', 'Details'],
    need: ['Tarpeen peruste', 'Perustelu', 'Perustelut', 'Erityistarve', 'Tarpeen perustelu', 'Motivering', 'Särskilt behov', 'Justification', 'Reason for need'],
    provider: ['Toimittaja', 'Toimittajan nimi', 'Palveluntuottajan nimi', 'Tuottaja', 'Laskuttaja', 'Leverantör', 'Leverantörens namn', 'Producent', 'Supplier', 'Supplier name', 'Vendor', 'Vendor name', 'Service provider'],
    providerKind: ['Tuottajatyyppi', 'Palveluntuottajan tyyppi', 'Tuottajalaji', 'Toimittajatyyppi', 'Leverantörstyp', 'Producenttyp', 'Provider type', 'Supplier type', 'Vendor type'],
    quantity: ['Kpl', 'Lkm', 'Lukumäärä', 'Kappalemäärä', 'Kvantitet', 'Qty'],
    unit: ['Yks', 'Yks.', 'Mittayksikkö', 'Enh', 'Enh.', 'Måttenhet', 'UoM', 'Unit of measure'],
    unitPrice: ['À-hinta', 'A-hinta', 'Ahinta', 'Yksikköhinta €', 'Hinta/yks', 'Á-pris', 'À-pris', 'Apris', 'Styckpris', 'Price per unit', 'Unit cost'],
    net: ['Veroton', 'Veroton summa', 'Veroton hinta', 'Nettosumma', 'Netto €', 'Netto EUR', 'Summa ALV 0', 'Summa (ALV 0 %)', 'Summa alv 0%', 'Summa ilman ALV', 'Alviton summa', 'Nettobelopp', 'Skattefritt belopp', 'Belopp exkl. moms', 'Belopp utan moms', 'Net amount', 'Amount excl. VAT', 'Amount without VAT', 'Net EUR'],
    vat: ['ALV €', 'ALV EUR', 'ALV-summa', 'ALV-määrä', 'ALV-osuus', 'Arvonlisävero', 'Veron määrä', 'Veron osuus', 'Vero', 'Mervärdesskatt', 'Moms €', 'Momsbelopp', 'Skattebelopp', 'VAT amount', 'Tax amount', 'VAT EUR'],
    gross: ['Verollinen', 'Verollinen summa', 'Bruttosumma', 'Brutto €', 'Brutto EUR', 'Summa sis. ALV', 'Laskun loppusumma', 'Bruttobelopp', 'Belopp inkl. moms', 'Gross amount', 'Amount incl. VAT', 'Total incl. VAT', 'Gross EUR'],
    deductions: ['Vähennys', 'Asiakasmaksu', 'Asiakasmaksut', 'Omavastuu', 'Kela-korvaus', 'Hyvitykset', 'Klientavgift', 'Självrisk', 'FPA-ersättning', 'Client fee', 'Deduction'],
    costBasis: ['Kustannuksen peruste', 'Toteuma/arvio', 'Kostnadens grund', 'Basis of cost'],
    voucher: ['Tosite', 'Tositenro', 'Tosite nro', 'Tositteen numero', 'Laskunumero', 'Laskun numero', 'Laskunro', 'Laskun nro', 'Verifikat', 'Verifikation', 'Verifikationsnummer', 'Verifikatnr', 'Verifikat nr', 'Ver.nr', 'Vernr', 'Fakturanummer', 'Fakturanr', 'Voucher number', 'Voucher no', 'Invoice number', 'Invoice no', 'Document number', 'Document no'],
    voucherDate: ['Tositepvm', 'Tiliöintipvm', 'Tiliöintipäivä', 'Tositteen päivä', 'Laskun pvm', 'Laskupvm', 'Laskupäivä', 'Laskun päivämäärä', 'Kirjauspvm', 'Kirjauspäivä', 'Vientipvm', 'Verifikationsdatum', 'Fakturadatum', 'Bokföringsdatum', 'Invoice date', 'Posting date', 'Document date', 'Booking date'],
    account: ['Tilinumero', 'Tilinro', 'Kirjanpitotili', 'Pääkirjatili', 'Kp-tili', 'Kontonummer', 'Kontonr', 'Bokföringskonto', 'Account number', 'Ledger account', 'GL account', 'G/L account'],
    costCentre: ['Kp', 'Kust.paikka', 'Kustannuspaikan koodi', 'Kustpaikka', 'Kustp', 'Yksikön kustannuspaikka', 'Kst', 'Kostn.ställe', 'Kostnadsställets kod', 'Cost center', 'CC'],
    decision: ['Päätös', 'Päätösnro', 'Päätöksen numero', 'Migrin päätös', 'Päätös nro', 'Beslut', 'Beslut nr', 'Beslutets nummer', 'Decision', 'Decision no'],
    credits: ['Hyvittää', 'Hyvityksen kohde', 'Alkuperäinen rivi', 'Krediterar', 'Ursprunglig rad', 'Credits', 'Original item'],
    worker: ['Työntekijä', 'Työntekijänumero', 'Henkilönumero', 'Arbetstagare', 'Anställningsnummer', 'Worker', 'Employee number', 'Employee ID'],
    hours: ['Tuntimäärä', 'Työtunnit', 'Tunnit h', 'Arbetstimmar', 'Timantal', 'Worked hours', 'Hours worked'],
  },
  cases: {
    case: caseNames,
    name: ['Asiakkaan nimi', 'Sukunimi ja etunimi', 'Sukunimi Etunimi', 'Etunimi Sukunimi', 'Koko nimi', 'Klientens namn', 'För- och efternamn', 'Efternamn och förnamn', 'Client name', 'Full name', 'Name of the client'],
    personalId: ['Hetu', 'Henkilötunnus (hetu)', 'Sotu', 'Personnummer', 'Personal identity code', 'Identity code', 'SSN'],
    birthDate: ['Syntymäpäivä', 'Syntynyt', 'Synt.aika', 'Syntymäpvm', 'Född', 'Date of birth', 'Birthday', 'DOB'],
    admittedOn: ['Auttamisjärjestelmä alkoi', 'Autt.järj. alkoi', 'Autt.järj. alkaen', 'Otettu järjestelmään', 'Auttamisjärjestelmään ottaminen', 'Auttamisjärjestelmä alkaen', 'Ottopäivä', 'Upptagen', 'Upptagen den', 'Admitted', 'Admission date'],
    removedOn: ['Auttamisjärjestelmä päättyi', 'Autt.järj. päättyi', 'Autt.järj. päättyen', 'Poistettu järjestelmästä', 'Poistopäivä', 'Auttamisjärjestelmä päättyen', 'Avförd', 'Avförd den', 'Removed', 'Removal date'],
    admissionGround: ['Otettu perusteella', 'Peruste', 'Upptagen på grund av', 'Ground'],
    finnishCitizen: ['Suomen kansalaisuus', 'Finskt medborgarskap', 'Citizen of Finland'],
    nonDisclosure: ['Turvakielto voimassa', 'Spärrmarkerad', 'Non disclosure for safety'],
    unaccompanied: ['Yksin tullut', 'Alaikäinen ilman huoltajaa', 'Ensamkommande', 'Unaccompanied minor'],
    permitBasis: ['Lupaperuste', 'Oleskelulupa', 'Tillståndsgrund', 'Residence permit'],
    permitFrom: ['Lupa myönnetty', 'Oleskelulupa alkaen', 'Tillstånd beviljat', 'Permit granted'],
    lumpSumFrom: ['Laskennallinen alkaen'], lumpSumTo: ['Laskennallinen päättyen'],
    statement: ['Lausunto', 'Utlåtande', 'Statement'],
    statementOn: ['Lausunnon päivä', 'Lausunnon pvm', 'Utlåtandets datum'],
    statementResult: ['Lausunnon lopputulos', 'Utlåtandets slutsats'],
  },
  residences: {
    case: caseNames,
    municipality: ['Kunta', 'Kuntakoodi', 'Kuntanumero', 'Kotikuntakoodi', 'Asuinkunta', 'Kommun', 'Kommunkod', 'Hemort', 'Municipality code', 'Home municipality'],
    from: ['Kotikunta alkaen', 'Kotikunta alkoi', 'Hemkommun från', 'Alkupvm', 'Alkoi', 'Alku', 'Muuttopäivä', 'Muuttopvm', 'Börjar', 'Inflyttad', 'Start date', 'Start', 'Valid from'],
    to: ['Kotikunta päättyen', 'Kotikunta päättyi', 'Hemkommun till', 'Loppupvm', 'Päättyi', 'Loppu', 'Poismuuttopäivä', 'Slutar', 'Utflyttad', 'End date', 'End', 'Valid to'],
  },
  decisions: {
    decision: ['Päätösnro', 'Päätöksen numero', 'Diaarinumero', 'Dnro', 'Beslutsnr', 'Diarienummer', 'Dnr', 'Decision no', 'Reference number'],
    case: caseNames,
    authority: ['Päätöksen tekijä', 'Päättäjä', 'Beslutsfattare', 'Beslutande myndighet', 'Deciding authority', 'Decided by'],
    decidedOn: ['Päätöspvm', 'Päätös tehty', 'Päätöksen päivä', 'Beslutsdag', 'Decision date', 'Date of decision'],
    validFrom: ['Alkaen', 'Voimassaolo alkaa', 'Gäller från', 'Effective from'],
    validTo: ['Asti', 'Päättyen', 'Voimassaolo päättyy', 'Gäller till', 'Effective to'],
    categories: ['Palvelulajit', 'Koskee palveluja', 'Kostnadstyper', 'Cost types'],
    result: ['Päätöksen tulos', 'Lopputulos', 'Päätöksen sisältö', 'Beslutets innehåll', 'Outcome'],
  },
}

/** Headings that may mean more than one column: a person must say which. */
export const doubtful: Readonly<Record<SheetKind, Readonly<Record<string, readonly string[]>>>> = {
  costs: {
    Summa: ['net', 'gross'], 'Summa €': ['net', 'gross'], 'Summa EUR': ['net', 'gross'], Euro: ['net', 'gross'], Eurot: ['net', 'gross'], EUR: ['net', 'gross'], Hinta: ['net', 'gross'], Kokonaishinta: ['net', 'gross'], 'Rivin summa': ['net', 'gross'], Rivisumma: ['net', 'gross'], Laskutettu: ['net', 'gross'], Debet: ['net', 'gross'],
    Belopp: ['net', 'gross'], 'Belopp €': ['net', 'gross'], Pris: ['net', 'gross'], Amount: ['net', 'gross'], 'Amount EUR': ['net', 'gross'], Total: ['gross', 'net'], Price: ['net', 'gross'], Sum: ['net', 'gross'],
    Pvm: ['serviceDate', 'voucherDate'], Päivä: ['serviceDate', 'voucherDate'], Päivämäärä: ['serviceDate', 'voucherDate'], Datum: ['serviceDate', 'voucherDate'], Date: ['serviceDate', 'voucherDate'], Tapahtumapvm: ['serviceDate', 'voucherDate'], Tapahtumapäivä: ['serviceDate', 'voucherDate'], 'Transaction date': ['serviceDate', 'voucherDate'],
    Tilin: ['account'], 'Tilin nimi': ['category', 'account'], Kontonamn: ['category', 'account'], 'Account name': ['category', 'account'], Palvelu: ['category', 'description'], Tjänst: ['category', 'description'], Service: ['category', 'description'], Tuote: ['category', 'description'], Tuotenimi: ['category', 'description'], Produkt: ['category', 'description'], Product: ['category', 'description'], Laji: ['category'], Tyyppi: ['category', 'providerKind'], Typ: ['category', 'providerKind'], Type: ['category', 'providerKind'],
    Kohde: ['case'], Projekti: ['case', 'costCentre'], Projekt: ['case', 'costCentre'], Project: ['case', 'costCentre'], Viite: ['voucher', 'decision'], Referens: ['voucher', 'decision'], Reference: ['voucher', 'decision'], Numero: ['id', 'voucher'], Nro: ['id', 'voucher'], Nummer: ['id', 'voucher'], Number: ['id', 'voucher'], ID: ['id', 'case'], Tunnus: ['id', 'case'], Yritys: ['provider'], Nimi: ['provider', 'case'], Namn: ['provider', 'case'], Name: ['provider', 'case'], Alku: ['serviceDate'], Alkupvm: ['serviceDate'], Loppu: ['serviceEnd'],
  },
  cases: { ID: ['case'], Tunnus: ['case'], Pvm: ['birthDate', 'admittedOn'], Alkaen: ['admittedOn'], Päättyen: ['removedOn'] },
  residences: { ID: ['case'], Tunnus: ['case'] },
  decisions: { Päätös: ['decision', 'result'], Beslut: ['decision', 'result'], Decision: ['decision', 'result'], ID: ['decision', 'case'], Tunnus: ['decision', 'case'], Numero: ['decision'], Pvm: ['decidedOn'], Päivä: ['decidedOn'], Datum: ['decidedOn'] },
}
