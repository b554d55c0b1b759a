import { execFileSync } from 'node:child_process'
import { createHash, createPublicKey } from 'node:crypto'
import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runKorvaus } from '../commands/run-korvaus.js'
import { copyWorkspace } from '../end-to-end/run-built.js'
import { pdfText } from '../packet/pdf-text.js'
import { toolAt, used } from '../packet/tools.js'

const root = join(import.meta.dirname, '../..')
const page = await readFile(join(root, 'docs/signing-and-sealing.md'), 'utf8')
const blocks = (language: string) => [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map((match) => match[1] as string)
const told: Readonly<Record<string, string>> = { 'korvaus verify': 'The packet is verified', 'sha256sum -c': 'persons.age: OK', 'openssl pkeyutl': 'Signature Verified Successfully', 'korvaus open': '"personalId"', 'age -d': '"personalId"' }

let workspace: string
/** The workspace as the page says: both keys made, and named in the settings as its snippets name them. */
beforeAll(async () => {
  workspace = await copyWorkspace('example')
  for (const line of blocks('sh').flatMap((block) => block.trim().split('\n'))) expect(await runKorvaus(line.split(' ').slice(1), workspace), line).toMatchObject({ exitCode: 0 })
  const recipient = (await readFile(join(workspace, 'keys/opening.age.pub'), 'utf8')).trim()
  await appendFile(join(workspace, 'korvaus.yaml'), `\n${blocks('yaml').join('').replace('age1…', recipient)}`)
  expect((await runKorvaus(['prepare', '--period', '2026-03', '--yes', '--quiet'], workspace)).exitCode).toBeLessThan(2)
  await mkdir(join(workspace, 'bin'))
  await writeFile(join(workspace, 'bin/korvaus'), `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'bin/korvaus.js')}" "$@" --lang en\n`, { mode: 0o755 })
})
afterAll(() => rm(workspace, { recursive: true }))

describe('the page on signing and sealing', () => {
  it('shows commands for each of the tools', () => {
    for (const command of Object.keys(told)) expect(blocks('console').join('')).toContain(command)
  })

  it('names on the claim form the hash of the key that signs', async () => {
    const der = createPublicKey(await readFile(join(workspace, 'keys/claimant.ed25519.pub.pem'), 'utf8')).export({ type: 'spki', format: 'der' })
    const text = (await pdfText(await readFile(join(workspace, 'packets/korvaus_1234567-1_2026-03_01/claim.pdf')))).replace(/\s/g, '')
    expect(text).toContain(createHash('sha256').update(der).digest('hex'))
  })

  it.each(blocks('console').map((block) => ({ block, first: block.split('\n')[0] })))('"$first" and what follows it run as they stand', ({ block }) => {
    const lines = block.trim().split('\n')
    const tools = lines.flatMap((line) => line.split(' | ')).map((command) => command.split(' ')[0] as string).filter((tool) => !['cd', 'korvaus'].includes(tool))
    if (tools.length > 0) used('commands of the docs', tools, 'the program')
    if (toolAt('bash') === undefined || tools.some((tool) => toolAt(tool) === undefined)) return
    const said = execFileSync('bash', ['-euc', block], { cwd: workspace, encoding: 'utf8', env: { ...process.env, PATH: `${join(workspace, 'bin')}${delimiter}${process.env.PATH}` } })
    for (const [command, words] of Object.entries(told)) if (block.includes(command)) expect(said).toContain(words)
  })
})
