import type { Language } from '../model/language.js'
import type { DecidedPart, Interest, LedgerClaim, LedgerStep, Remedy } from '../model/ledger.js'
import { formatCents, type Cents } from '../model/money.js'
import { categoryNames } from '../model/value-names.js'
import { claimsTexts, stateNames, stepNames } from '../templates/claims-texts.js'
import { fill } from '../templates/fill.js'
import { formatDate, formatEuros, formatItems } from '../templates/format.js'
import { allOnOneLine } from '../model/unseen.js'
import { otherTexts } from '../templates/other-texts.js'

/** The claims of a register in lines, with their sums. */
export function renderClaims(claims: readonly LedgerClaim[], language: Language): string {
  if (claims.length === 0) return `${claimsTexts.none[language]}\n`
  const own = claims.filter(({ compensation }) => compensation === undefined)
  const counted = own.filter(({ state }) => state !== 'withdrawn')
  const sum = (pick: (claim: LedgerClaim) => Cents | undefined) => formatEuros(counted.reduce((total, claim) => total + (pick(claim) ?? 0n), 0n), language)
  const heads = (['number', 'state', 'claimed', 'granted', 'paid', 'recovered', 'next'] as const).map((name) => claimsTexts[name][language])
  const rows = own.map((claim) => [
    claim.number, stateNames[claim.state][language], formatEuros(claim.claimed, language), claim.granted === undefined ? '' : formatEuros(claim.granted, language),
    claim.paid === 0n ? '' : formatEuros(claim.paid, language), claim.recovered === 0n ? '' : formatEuros(claim.recovered, language), nextOf(claim, language),
  ])
  const totals = [claimsTexts.total[language], '', sum(({ claimed }) => claimed), sum(({ granted }) => granted), sum(({ paid }) => paid), sum(({ recovered }) => recovered), '']
  const all = [heads, ...rows, totals]
  const widths = heads.map((_, column) => Math.max(...all.map((row) => (row[column] as string).length)))
  return all.map((row) => row.map((cell, column) => (isAmount(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join('  ').trimEnd()).join('\n') + `\n${otherLines(claims, language)}`
}

/** What was claimed under other compensations, apart from the claims and their sums. */
function otherLines(claims: readonly LedgerClaim[], language: Language): string {
  const lines = claims.filter(({ compensation }) => compensation !== undefined).map(({ number, state, claimed, items }) => `  ${number}  ${stateNames[state][language]}  ${formatEuros(claimed, language)}  ${formatItems(items, language)}\n`)
  return lines.length === 0 ? '' : `\n${otherTexts.title[language]}\n${lines.join('')}`
}

/** One claim with its sums, its decision, what can be done against it, and its steps. */
export function renderClaim(recorded: LedgerClaim, language: Language): string {
  const claim = allOnOneLine(recorded)
  const amounts = ([['claimed', claim.claimed], ['granted', claim.granted], ['paid', claim.paid], ['recovered', claim.recovered], ['interest', claim.interest]] as const)
    .flatMap(([name, cents]) => (cents === undefined || (cents === 0n && name !== 'claimed' && name !== 'granted') ? [] : `  ${claimsTexts[name][language]}: ${formatEuros(cents, language)}`))
  return [
    `${claimsTexts.number[language]} ${claim.number}: ${stateNames[claim.state][language]}, ${formatItems(claim.items, language)}`,
    `  ${claimsTexts.period[language]}: ${formatDate(claim.period.from, language)}–${formatDate(claim.period.to, language)}`,
    claim.compensation === undefined ? `  ${claimsTexts.packet[language]}: ${claim.packet}` : `  ${fill(otherTexts.compensation[language], { compensation: claim.compensation })}`,
    ...amounts,
    ...(claim.parts.length === 0 ? [] : [`${claimsTexts.parts[language]}:`, ...claim.parts.map((part) => `  ${partLine(part, language)}`)]),
    ...datedLines(claim, language),
    `${claimsTexts.steps[language]}:`,
    ...claim.steps.map((step) => stepLine(step, language)),
    '',
  ].join('\n')
}

/** Claims for scripts: amounts as texts with two decimals, dates as ISO dates. */
export function claimAsJson({ remedy, recoveryRemedy, parts, steps, claimed, granted, paid, recovered, interest, ...rest }: LedgerClaim, language: Language): object {
  return {
    ...rest, claimed: formatCents(claimed), granted: granted === undefined ? undefined : formatCents(granted), paid: formatCents(paid), recovered: formatCents(recovered), interest: formatCents(interest),
    parts: parts.map((part) => ({ ...part, claimed: formatCents(part.claimed), granted: formatCents(part.granted) })),
    remedy: remedy && { ...remedy, name: remedy.name[language] },
    recoveryRemedy: recoveryRemedy && { ...recoveryRemedy, name: recoveryRemedy.name[language] },
    steps: steps.map(({ amount, interest: on, ...step }) => ({ ...step, amount: amount === undefined ? undefined : formatCents(amount), interest: on === undefined ? undefined : { ...on, amount: formatCents(on.amount) } })),
  }
}

/** Sums stand to the right. */
function isAmount(column: number): boolean {
  return column >= 2 && column <= 5
}

/** What a person, here or at the authority, has to do next. */
function nextOf({ state, remedy, recoveryRemedy, granted = 0n, paid }: LedgerClaim, language: Language): string {
  const outstanding = state === 'decided' || state === 'recovered' ? granted - paid : 0n
  return [
    ...(state === 'prepared' ? [claimsTexts.toFile[language]] : []),
    ...(state === 'filed' ? [claimsTexts.awaitsDecision[language]] : []),
    ...(outstanding < 0n ? [fill(claimsTexts.awaitsSetOff[language], { amount: formatEuros(-outstanding, language) })] : []),
    ...(outstanding > 0n ? [fill(claimsTexts.awaitsPayment[language], { amount: formatEuros(outstanding, language) })] : []),
    ...[remedy, recoveryRemedy].flatMap((one) => (one?.open === true ? [`${one.name[language]} → ${formatDate(one.lastDay, language)}`] : [])),
  ].join('; ')
}

function datedLines({ remedy, recoveryRemedy, recoverableUntil, keepUntil }: LedgerClaim, language: Language): string[] {
  return [
    ...(remedy === undefined ? [] : [fill((remedy.open ? claimsTexts.remedy : claimsTexts.remedyPast)[language], remedyValues(remedy, language))]),
    ...(recoveryRemedy === undefined ? [] : [fill((recoveryRemedy.open ? claimsTexts.recoveryRemedy : claimsTexts.recoveryRemedyPast)[language], remedyValues(recoveryRemedy, language))]),
    ...(recoverableUntil === undefined ? [] : [fill(claimsTexts.recoverable[language], { date: formatDate(recoverableUntil, language) })]),
    ...(keepUntil === undefined ? [] : [fill(claimsTexts.keep[language], { date: formatDate(keepUntil, language) })]),
  ]
}

function remedyValues({ name, days, lastDay, basis, certainty }: Remedy, language: Language): Record<string, string> {
  return { name: name[language], days: String(days), lastDay: formatDate(lastDay, language), basis: certainty === 'believed' ? `${basis}; ${claimsTexts.believed[language]}` : basis }
}

function partLine({ item, category, claimed, granted, reason }: DecidedPart, language: Language): string {
  const name = item ?? (category === undefined ? claimsTexts.whole[language] : categoryNames[category][language])
  return fill(claimsTexts.part[language], { name, claimed: formatEuros(claimed, language), granted: formatEuros(granted, language), reason })
}

function stepLine({ kind, onDate, by, reference, reason, amount, interest, undone, reverses }: LedgerStep, language: Language): string {
  const what = reverses === undefined ? undefined : (stepNames[reverses]?.[language] ?? reverses)
  const facts = [undone ? claimsTexts.undone[language] : undefined, what, amount === undefined ? undefined : formatEuros(amount, language), interest && interestText(interest, language), reference, by, reason]
  return `  ${[formatDate(onDate, language), stepNames[kind]?.[language] ?? kind, ...facts].filter((part) => part !== undefined && part !== '').join('  ')}`
}

function interestText({ amount, parts }: Interest, language: Language): string {
  const rates = parts.map(({ percent, from, to, days }) => fill(claimsTexts.rate[language], { percent: language === 'en' ? percent : percent.replace('.', ','), from: formatDate(from, language), to: formatDate(to, language), days: String(days) }))
  return `${claimsTexts.interest[language]} ${formatEuros(amount, language)} (${rates.join('; ')})`
}
