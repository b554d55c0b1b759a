import type { Localized } from '../model/language.js'

const text = (fi: string, sv: string, en: string): Localized => ({ fi, sv, en })

/** What is left to do once a packet is written. */
export const nextStepsTexts = {
  head: text('Seuraavaksi', 'Härnäst', 'Next'),
  read: text('Lue claim.pdf ja hanki hyväksynnät; sama selaimessa: report.html.', 'Läs claim.pdf och skaffa godkännandena; samma sak i webbläsaren: report.html.', 'Read claim.pdf and get it attested; the same in a browser: report.html.'),
  attach: text('Liitä hakemukseen:', 'Bifoga ansökan:', 'Attach to the claim:'),
  files: text('claim.pdf ja cost-specification.xlsx', 'claim.pdf och cost-specification.xlsx', 'claim.pdf and cost-specification.xlsx'),
  decisions: text('päätökset, joihin hakemus perustuu ({count}): {list}', 'besluten som ansökan grundar sig på ({count}): {list}', 'the decisions that the claim rests on ({count}): {list}'),
  statements: text('vastaanottokeskuksen johtajan lausunnot niiltä ajoilta, joiden laki sitä vaati ({regimes})', 'utlåtandena av föreståndaren för förläggningen för de tider vars lag krävde det ({regimes})', "the reception centre director's statements for the times whose law asked for them ({regimes})"),
  vouchers: text('tositteet, jos niitä pyydetään ({count}); pidä ne valmiina', 'verifikaten om de begärs ({count}); håll dem redo', 'the vouchers if asked for ({count}); have them ready'),
  annex: text('persons.age omana lähetyksenään: vain vastaanottaja voi avata sen', 'persons.age i en egen försändelse: bara mottagaren kan öppna den', 'persons.age in a message of its own: only its recipient can open it'),
  file: text('Jätä hakemus viimeistään {deadline}. Vastaanottaja: {addressee}.', 'Lämna in ansökan senast {deadline}. Mottagare: {addressee}.', 'File by {deadline}. Addressee: {addressee}.'),
  record: text('Kirjaa jättäminen: korvaus claims file {number} --by "…"', 'Anteckna inlämningen: korvaus claims file {number} --by "…"', 'Record that it was filed: korvaus claims file {number} --by "…"'),
  more: text('… ja {count} muuta', '… och {count} till', '… and {count} more'),
} as const
