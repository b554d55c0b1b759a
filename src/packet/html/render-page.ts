import { correctionTexts } from '../../templates/correction-texts.js'
import { formTexts } from '../../templates/packet-form.js'
import { statedHash } from '../../model/inputs.js'
import { packetTexts } from '../../templates/packet-texts.js'
import { pageTexts } from '../../templates/packet-page.js'
import { bytesOf } from '../content.js'
import type { PacketView } from '../view.js'
import { basisSection } from './basis.js'
import { correctionsSection } from './corrections.js'
import { anchorsOf, findingsSection } from './findings.js'
import { claimedSection, leftOutSection, reviewsSection } from './items.js'
import { html, raw, type Markup } from '../../formats/html/markup.js'
import { claimantLine, overviewSection, sumBox } from './overview.js'
import { style } from './style.js'

/** `report.html`: the claim to look at, in one file that loads nothing and runs nothing. */
export function renderPage(view: PacketView): Uint8Array {
  const { language, claim } = view
  const anchors = anchorsOf(view)
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${packetTexts.claimForm[language]} ${claim.number} \u2013 ${claim.claimant.name}</title>
<style>${raw(style)}</style>
</head>
<body>
<a class="skip" href="#content">${pageTexts.skip[language]}</a>
<header><p class="over">${claimantLine(view)}</p><h1>${view.title}</h1>${sumBox(view)}</header>
${contents(view)}
<main id="content">
${overviewSection(view)}
${basisSection(view)}
${claimedSection(view, anchors)}
${correctionsSection(view)}${leftOutSection(view, anchors)}
${findingsSection(view, anchors)}
${reviewsSection(view, anchors)}
</main>
${proof(view)}
</body>
</html>
`
  return bytesOf(page.html)
}

function contents({ language, reviews, claim }: PacketView): Markup {
  const places = [
    ['overview', pageTexts.overview[language]],
    ['basis', formTexts.claimAndClaimant[language]],
    ['items', packetTexts.claimedItems[language]],
    ...(claim.corrections === undefined ? [] : [['corrections', correctionTexts.title[language]] as const]),
    ['left-out', packetTexts.leftOut[language]],
    ['findings', pageTexts.findings[language]],
    ...(reviews.length > 0 ? [['reviews', packetTexts.reviews[language]] as const] : []),
  ] as const
  return html`<nav aria-label="${pageTexts.contents[language]}"><ul>${places.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>`
}

function proof({ language, claim, content }: PacketView): Markup {
  return html`<footer><h2>${pageTexts.proof[language]}</h2><p>${pageTexts.proofText[language]}</p>
<p>korvaus ${claim.tool.version} \u00B7 ${packetTexts.ruleBook[language]} ${claim.ruleBook.version}, SHA-256 <code>${claim.ruleBook.sha256}</code></p>
<p>${pageTexts.inputs[language]}: ${claim.inputs.map((input) => html`${input.path} <code>${statedHash(input)}</code> `)}</p>
<p>${content.ruleBook.disclaimer[language]}</p></footer>`
}
