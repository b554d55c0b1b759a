import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the bundle holds of others, with their names, versions and the texts of their licences. */
export function licencesOf(root, inputs) {
  const folders = [...new Set(inputs.map(packageFolder).filter(Boolean))].sort()
  const packages = folders.map((path) => licensed(join(root, path), JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'))))
  return `The files of this folder and the fonts beside hold parts of these works.\n${packages.map(({ name, version, license, text }) => `\n${'='.repeat(80)}\n${name} ${version} (${license})\n\n${text}\n`).join('')}`
}

function packageFolder(input) {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0]
}

function licensed(path, { name, version, license, author }) {
  const texts = readdirSync(path).filter((one) => /^(?:licen[cs]e|notice)/i.test(one)).map((one) => readFileSync(join(path, one), 'utf8').trim())
  const named = typeof license === 'string' ? license : (license?.type ?? 'see below')
  if (texts.length === 0 && standard[named] === undefined) throw new Error(`${name} has no text of its licence (${named}): give it here`)
  const holder = typeof author === 'string' ? author : (author?.name ?? `the authors of ${name}`)
  return { name, version, license: named, text: texts.length > 0 ? texts.join('\n\n') : `Copyright (c) ${holder}\n\n${standard[named]}` }
}

const liability = 'IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.'
/** The texts of the licences that some packages only name. */
const standard = {
  MIT: `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. ${liability}`,
  ISC: `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`,
}
